using System.Collections.Concurrent;
using System.Net.Sockets;
using SupportHub.Integration.Faults;

namespace SupportHub.Integration.Email;

/// <summary>Stands in front of an IMAP server and cuts the line in the middle of a mail that is fetched (RFC 9051, a literal of BODY[]).</summary>
internal sealed class CuttingProxy(int server) : TcpProxy(server)
{
    private readonly ConcurrentQueue<int?> _cuts = new();
    private int _cut;

    /// <summary>How often it cut.</summary>
    public int Cut => _cut;

    /// <summary>Of the next mails that are fetched, one after the other, so many bytes go through before the line is gone; none: it goes through whole.</summary>
    public void CutAfter(params IEnumerable<int?> bytes)
    {
        foreach (var count in bytes)
            _cuts.Enqueue(count);
    }

    protected override (Task Up, Task Down) Carry(NetworkStream near, NetworkStream far, CancellationToken cancel) =>
        (near.CopyToAsync(far, cancel), Down(far, near, cancel));

    /// <summary>Ends where the line is to be cut.</summary>
    private async Task Down(NetworkStream from, NetworkStream to, CancellationToken cancel)
    {
        var buffer = new byte[4096];
        int? left = null;
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (left is null && Body(buffer.AsSpan(0, read)) is { } begins && _cuts.TryDequeue(out var bytes))
                left = begins + bytes;
            var through = Math.Min(read, left ?? read);
            await to.WriteAsync(buffer.AsMemory(0, through), cancel);
            if (left is null)
                continue;
            left -= through;
            if (left > 0)
                continue;
            Interlocked.Increment(ref _cut);
            return;
        }
    }

    /// <summary>Where the mail itself begins; the server writes the line before it at once.</summary>
    private static int? Body(ReadOnlySpan<byte> said)
    {
        var at = said.IndexOf("BODY[] {"u8);
        if (at < 0)
            return null;
        var end = said[at..].IndexOf("\r\n"u8);
        return end < 0 ? null : at + end + 2;
    }
}
