using System.Net.Sockets;
using System.Text;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Mail;

/// <summary>A client that says exactly what it is told, octet by octet.</summary>
internal sealed class RawSmtp : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private StreamReader _reader = null!;

    public static async Task<RawSmtp> Connect(int port)
    {
        var smtp = new RawSmtp();
        await smtp._client.ConnectAsync("127.0.0.1", port);
        smtp._reader = new StreamReader(smtp._client.GetStream(), Encoding.ASCII);
        await smtp.Reply();
        return smtp;
    }

    public Task Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public async Task Write(byte[] octets) => await _client.GetStream().WriteAsync(octets);

    /// <summary>The code of the next reply, all its lines read; 0 when the server has closed.</summary>
    public async Task<int> Reply()
    {
        using var patience = new CancellationTokenSource(LongEnough.Usually);
        while (await _reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line[3] == ' ')
                return int.Parse(line.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
        }
        return 0;
    }

    public async Task<int> Say(string line)
    {
        await Write(line + "\r\n");
        return await Reply();
    }

    /// <summary>The client has nothing more to say, and still listens.</summary>
    public void EndWriting() => _client.Client.Shutdown(SocketShutdown.Send);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return default;
    }
}
