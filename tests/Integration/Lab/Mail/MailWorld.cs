using Microsoft.AspNetCore.Builder;
using MimeKit;
using SupportHub.Lab.Mail;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Mail;

/// <summary>The Lab's mail alone, with a hub that can be told what to answer.</summary>
internal sealed class MailWorld : IAsyncDisposable
{
    public const string Secret = "between the two of us";

    private readonly TempFolder _folder = new("mail");
    private readonly int _web = Ports.Free();
    private WebApplication _mail = null!;

    public int SmtpPort { get; } = Ports.Free();

    public Uri Web => new($"http://127.0.0.1:{_web}");

    public StubHub Hub { get; } = new();

    public string Folder => _folder["mail"];

    public HttpClient Browser { get; } = new(new HttpClientHandler { UseCookies = false });

    public static async Task<MailWorld> Start(bool hubIsThere = true)
    {
        var world = new MailWorld();
        if (hubIsThere)
            await world.Hub.Start();
        world.Browser.BaseAddress = world.Web;
        world.Browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        await world.StartMail();
        return world;
    }

    public async Task StartMail()
    {
        _mail = LabMail.Create(new LabMailSettings(Web, SmtpPort, new Uri(Hub.Address, "/api/mail/inbound"), Secret, Folder));
        await _mail.StartAsync();
    }

    public async Task StopMail()
    {
        await _mail.StopAsync();
        await _mail.DisposeAsync();
    }

    public async Task<MailKit.Net.Smtp.SmtpClient> Smtp()
    {
        var client = new MailKit.Net.Smtp.SmtpClient();
        await client.ConnectAsync("127.0.0.1", SmtpPort, MailKit.Security.SecureSocketOptions.None);
        return client;
    }

    /// <summary>Over SMTP, as the hub does.</summary>
    public async Task Send(MimeMessage mail)
    {
        using var client = await Smtp();
        await client.SendAsync(mail);
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>Paths of a mailbox, oldest first.</summary>
    public string[] Files(string address, string tray = "")
    {
        var folder = Path.Combine(Folder, address, tray);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal)] : [];
    }

    public static MimeMessage AMail(string to = "lucie@exemple.example", string subject = "Votre hébergement", string text = "Bonjour Lucie,\r\nle site est de retour.\r\n") => new(
        [new MailboxAddress("Claire, Hébergeur du Rhin", "hosting-fr@rhin.example")],
        [new MailboxAddress("Lucie Martin", to)],
        subject,
        new TextPart("plain") { Text = text })
    {
        ReplyTo = { new MailboxAddress("Hébergeur du Rhin", "hosting-fr+t0k3n@rhin.example") },
        MessageId = "entry-12@rhin.example",
    };

    public async ValueTask DisposeAsync()
    {
        await StopMail();
        await Hub.DisposeAsync();
        Browser.Dispose();
        _folder.Dispose();
    }
}
