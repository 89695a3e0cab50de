using System.Globalization;
using System.Net;
using MimeKit;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>How much memory a large mail takes while it comes in; its file is refused, and its sender told.</summary>
public sealed class MailMemoryTests() : MailTest(Engine.Sqlite)
{
    private const int Megabyte = 1024 * 1024;

    [SetUp]
    public void NeedsLinux()
    {
        if (!File.Exists("/proc/self/clear_refs"))
            Assert.Ignore("The peak is read where Linux tells it.");
    }

    [Test]
    public async Task By_the_signed_door_30_MB_take_less_than_four_times_the_mails_size()
    {
        var secret = Hub.Get<MailboxDirectory>().Of(1)!.InboundSecret;
        await Hub.DisposeAsync();
        await using var hub = await HubProcess.Start(Database.Arguments);
        async Task Post(MimeMessage mail) => Assert.That(await MailWorld.Post(hub.Address, Raw(mail), secret), Is.EqualTo(HttpStatusCode.OK));

        await Post(Film("small@customer.example", 1));
        var film = Film(Marc, 30);
        Assert.That(await Grown(hub, Raw(film).Length, () => Post(film)), Is.LessThan(4));
    }

    [Test]
    public async Task By_imap_30_MB_take_less_than_four_times_the_mails_size()
    {
        await using var imap = await DovecotServer.Start();
        await MailWorld.Connect(Hub, Smtp.Port, imap.Server, MailSignIn.Password, DovecotServer.User, DovecotServer.Password);
        await Hub.DisposeAsync();
        await using var hub = await HubProcess.Start(Database.Arguments);

        await imap.Deliver(Film("small@customer.example", 1));
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM mails WHERE state = 1"), Is.EqualTo(1)));
        var film = Film(Marc, 30);
        Assert.That(await Grown(hub, Raw(film).Length, () => imap.Deliver(film)), Is.LessThan(4));
    }

    /// <returns>By how many times the mail's size the process grew at the most until it had refused the file.</returns>
    private async Task<double> Grown(HubProcess hub, int size, Func<Task> comesIn)
    {
        var pid = await hub.Pid;
        var before = Kilobytes(pid, "VmRSS");
        // From here on the kernel counts the peak anew (proc(5)).
        await File.WriteAllTextAsync($"/proc/{pid}/clear_refs", "5");
        await comesIn();
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE kind = 3"), Is.EqualTo(1)));
        var peak = Kilobytes(pid, "VmHWM");
        var grown = (peak - before) * 1024.0 / size;
        TestContext.Out.WriteLine($"A mail of {size / Megabyte} MB: from {before / 1024} MB up to {peak / 1024} MB, {grown:0.00} times its size");
        return grown;
    }

    private static MimeMessage Film(string from, int megabytes)
    {
        var mail = MailWorld.Mail(from, MailWorld.Address, "Film", "");
        var body = new BodyBuilder { TextBody = "Here is my film." };
        body.Attachments.Add("film.mp4", new MemoryStream(new byte[megabytes * Megabyte]), new ContentType("video", "mp4"));
        mail.Body = body.ToMessageBody();
        return mail;
    }

    private static byte[] Raw(MimeMessage mail)
    {
        var raw = new MemoryStream();
        mail.WriteTo(raw);
        return raw.ToArray();
    }

    private static long Kilobytes(int pid, string field) =>
        long.Parse(File.ReadLines($"/proc/{pid}/status").Single(l => l.StartsWith($"{field}:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
