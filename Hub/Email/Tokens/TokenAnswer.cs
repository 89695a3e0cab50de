using System.Globalization;
using System.Text.Json;

namespace SupportHub.Email.Tokens;

/// <summary>What a token service answered (RFC 6749, 5.1 and 5.2).</summary>
/// <param name="Refresh">Absent: the one that was shown stays good.</param>
/// <param name="Seconds">For how long the access token is good.</param>
public sealed record TokenAnswer(string Access, string? Refresh, int Seconds)
{
    /// <summary>Where none is said, an hour is usual; a shorter time only means to ask again sooner.</summary>
    private const int UsualSeconds = 1800;

    private const int WordsShown = 300;

    /// <exception cref="TokenFailure">The answer is a refusal, or none at all.</exception>
    public static TokenAnswer Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (Text(root, "access_token") is { Length: > 0 } access)
                return new TokenAnswer(access, Text(root, "refresh_token"), Lasts(root));
            if (Text(root, "error") is { } error)
                throw new TokenFailure(refused: true, Short($"{error}: {Text(root, "error_description")}".TrimEnd(' ', ':')));
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // It is no JSON, or no object.
        }
        throw new TokenFailure(refused: false, "This is not the answer of a token service.");
    }

    /// <summary>A number; some services write it as text.</summary>
    private static int Lasts(JsonElement root) =>
        root.TryGetProperty("expires_in", out var ends) && int.TryParse(ends.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : UsualSeconds;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > WordsShown ? line[..WordsShown] : line;
    }
}
