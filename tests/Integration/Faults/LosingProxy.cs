using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace SupportHub.Integration.Faults;

/// <summary>
/// Stands in front of PostgreSQL, which is away when told so. It can go at the worst moment: what was asked for is committed, and the answer that says
/// so is lost.
/// </summary>
/// <param name="database">The connection string of what is behind it.</param>
internal sealed class LosingProxy(string database) : TcpProxy(new NpgsqlConnectionStringBuilder(database).Port)
{
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _away = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile byte[]? _text;
    private volatile bool _isHeld;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(database) { Port = Port }.ConnectionString;

    /// <summary>The answer was lost, and the database is away; or it is held back.</summary>
    public Task Lost => _lost.Task;

    /// <summary>The next transaction in which this text is written is committed; nobody hears of it.</summary>
    public void LoseAnswerTo(string text) => (_text, _isHeld) = (Encoding.UTF8.GetBytes(text), false);

    /// <summary>The same, but who asked goes on waiting until the database is <see cref="Away"/>, which it is not for anybody else.</summary>
    public void HoldAnswerTo(string text) => (_text, _isHeld) = (Encoding.UTF8.GetBytes(text), true);

    public void Away() => _away.TrySetResult();

    public void Back() => _away = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override (Task Up, Task Down) Carry(NetworkStream near, NetworkStream far, CancellationToken cancel)
    {
        var away = _away;
        var written = new TaskCompletionSource();
        return (Task.WhenAny(away.Task, Up(near, far, written, cancel)), Down(far, near, written.Task, away.Task, cancel));
    }

    private async Task Up(NetworkStream from, NetworkStream to, TaskCompletionSource written, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (_text is { } text && buffer.AsSpan(0, read).IndexOf(text) >= 0)
            {
                _text = null;
                written.SetResult();
            }
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }

    private async Task Down(NetworkStream from, NetworkStream to, Task written, Task away, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (written.IsCompleted && SaysIdle(buffer.AsSpan(0, read)))
            {
                if (!_isHeld)
                    Away();
                _lost.SetResult();
                await away.WaitAsync(cancel);
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }

    /// <summary>ReadyForQuery, and in no transaction (PostgreSQL's documentation, message formats).</summary>
    private static bool SaysIdle(ReadOnlySpan<byte> answer) => answer.IndexOf("Z\0\0\0\u0005I"u8) >= 0;
}
