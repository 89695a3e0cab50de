using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Agents.SignIn;

/// <summary>
/// The one-time code with which the first administrator is made. Held in memory only; whoever can read what the server prints is
/// its administrator. Gone once used, and new at each start.
/// </summary>
public sealed class SetupCode
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private byte[]? _code = RandomNumberGenerator.GetBytes(32);

    /// <summary>Null once it was used.</summary>
    public string? Text => _code is { } code ? Convert.ToHexStringLower(code) : null;

    public bool Matches(string? given) =>
        Text is { } text && given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(given));

    /// <summary>Runs <paramref name="make"/> for the right code, one caller at a time; the code is gone once it answers true.</summary>
    /// <returns>Whether the code was right.</returns>
    public async Task<bool> Use(string? given, Func<Task<bool>> make)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (!Matches(given))
                return false;
            if (await make())
                _code = null;
            return true;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
