using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace SupportHub.Tests;

/// <summary>A mail server on loopback that does what the test says: takes mails, refuses them, or is away.</summary>
public sealed class ScriptedSmtp : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _lines = new();
    private readonly ConcurrentQueue<string> _recipients = new();
    private int _opened;
    private int _told;
    private TcpListener? _listener;
    private Task _serving = Task.CompletedTask;

    private ScriptedSmtp(int port) => Port = port;

    public int Port { get; }

    /// <summary>Connections that there are.</summary>
    public int Open => _lines.Count;

    /// <summary>Connections that there ever were.</summary>
    public int Opened => _opened;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>Of each RCPT that was welcome, as it was said.</summary>
    public IReadOnlyList<string> Recipients => [.. _recipients];

    /// <summary>What is answered to a recipient; by default everybody is welcome.</summary>
    public Func<string, string> Answer { get; set; } = _ => "250 OK";

    /// <summary>The only OAuth2 access token with which somebody may sign in; null: the server asks for none.</summary>
    public string? Token { get; set; }

    /// <summary>Whether it takes addresses with letters beyond ASCII (RFC 6531).</summary>
    public bool TakesUtf8 { get; set; }

    /// <summary>Whether the line dies after the mail was taken, before the sender hears of it.</summary>
    public bool DiesAfterTaking { get; set; }

    /// <summary>Waited for between the mail that was taken and the word to the sender that it was.</summary>
    public Func<Task> OnTaken { get; set; } = () => Task.CompletedTask;

    /// <summary>Mails of which the sender was told that they were taken; whether it listened is another matter.</summary>
    public int Told => _told;

    public static ScriptedSmtp Start()
    {
        var server = new ScriptedSmtp(Ports.Free());
        server.ComeBack();
        return server;
    }

    /// <summary>The mail to this address, when it comes.</summary>
    public Task<MimeMessage> To(string address, int number = 1) => Eventually.Gives(() =>
        _taken.Where(m => m.To.Mailboxes.Any(a => a.Address == address)).Skip(number - 1).FirstOrDefault());

    public void GoAway()
    {
        _listener?.Stop();
        _listener = null;
        foreach (var line in _lines.Keys)
            line.Dispose();
    }

    public void ComeBack()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _serving = Serve(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        GoAway();
        await _serving;
        _end.Dispose();
    }

    private async Task Serve(TcpListener listener)
    {
        try
        {
            while (!_end.IsCancellationRequested)
                _ = Talk(await listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test took the server away.
        }
    }

    private async Task Talk(TcpClient line)
    {
        _lines[line] = true;
        Interlocked.Increment(ref _opened);
        try
        {
            using var reader = new StreamReader(line.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(line.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 scripted");
            while (await reader.ReadLineAsync(_end.Token) is { } said)
            {
                switch (said.Split(' ')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await writer.WriteLineAsync($"250-scripted\r\n250-8BITMIME{(Token is null ? "" : "\r\n250-AUTH XOAUTH2")}{(TakesUtf8 ? "\r\n250-SMTPUTF8" : "")}\r\n250 SIZE 50000000");
                        break;
                    case "AUTH":
                        var shown = Encoding.ASCII.GetString(Convert.FromBase64String(said.Split(' ')[^1]));
                        await writer.WriteLineAsync(shown.Contains($"auth=Bearer {Token}\u0001", StringComparison.Ordinal) ? "235 welcome" : "535 5.7.3 Authentication unsuccessful");
                        break;
                    case "RCPT":
                        var heard = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(said));
                        var recipient = heard[(heard.IndexOf('<', StringComparison.Ordinal) + 1)..heard.IndexOf('>', StringComparison.Ordinal)];
                        var answer = Answer(recipient);
                        if (answer.StartsWith('2'))
                            _recipients.Enqueue(recipient);
                        await writer.WriteLineAsync(answer);
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        _taken.Enqueue(await Read(reader));
                        if (DiesAfterTaking)
                            return;
                        await OnTaken();
                        await writer.WriteLineAsync("250 taken");
                        Interlocked.Increment(ref _told);
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 OK");
                        break;
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other side is gone.
        }
        finally
        {
            _lines.TryRemove(line, out _);
            line.Dispose();
        }
    }

    private async Task<MimeMessage> Read(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } row && row != ".")
            text.Append(row.StartsWith('.') ? row[1..] : row).Append("\r\n");
        return await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString())), _end.Token);
    }
}
