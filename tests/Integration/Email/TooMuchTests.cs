using System.Diagnostics;
using System.Net;
using System.Text.Json;
using MimeKit;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Mails that are too large, and too many of them: nothing is lost, and the sender is told, once.</summary>
[OnBothEngines]
public sealed class TooMuchTests(Engine engine) : MailTest(engine)
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public async Task A_file_that_is_too_large_is_refused_the_text_arrives_and_the_sender_is_told_once_an_hour_without_a_word_of_theirs()
    {
        await using var claire = await World.Agent(Hub, 1);
        Assert.That(await MailWorld.Post(Hub, WithFile("Heliotrope", "Here is my heliotrope film.", 30)), Is.EqualTo(HttpStatusCode.OK));
        var id = (await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned")).GetProperty("id").GetInt64();
        var entries = (await claire.Ask("After", id, 0)).GetProperty("entries");
        Assert.That(Kinds(entries, "message"), Is.EqualTo(new[] { "Here is my heliotrope film." }), "the text, and no word that the customer did not write");
        var origin = Origin(entries);
        Assert.Multiple(() =>
        {
            Assert.That(origin.GetProperty("refused")[0].GetProperty("name").GetString(), Is.EqualTo("film heliotrope.mp4"));
            Assert.That(origin.GetProperty("refused")[0].GetProperty("size").GetInt64(), Is.EqualTo(30 * Megabyte));
            Assert.That(origin.GetProperty("told").GetString(), Is.EqualTo("too-large"));
        });
        var notice = await Eventually.Gives(() => Smtp.Taken.FirstOrDefault(m => m.Subject!.Contains("too large", StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(notice.To.Mailboxes.Single().Address, Is.EqualTo(Marc));
            Assert.That(notice.TextBody, Does.Contain("25 MB").And.Contain("a link"));
            Assert.That(notice.Headers[HeaderId.AutoSubmitted], Is.EqualTo("auto-replied"));
            Assert.That(notice.ToString(), Does.Not.Contain("eliotrope"));
        });

        Assert.That(await MailWorld.Post(Hub, WithFile("Again", "Once more.", 26)), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE kind = 3"), Is.EqualTo(1), "once an hour");
        await Run("UPDATE mail_notices SET told_at = told_at - 3600000");
        Assert.That(await MailWorld.Post(Hub, WithFile("And again", "And once more.", 26)), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE kind = 3"), Is.EqualTo(2));
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE kind = 0"), Is.EqualTo(3));
    }

    [Test]
    public async Task What_may_be_a_machines_is_shown_and_answered_by_no_machine()
    {
        var mail = WithFile("Out of office: film", "I am away.", 26);
        Assert.That(await MailWorld.Post(Hub, mail), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE kind = 0"), Is.EqualTo(1));
        Assert.That(await Count("SELECT COUNT(*) FROM outbox"), Is.Zero);
    }

    [Test]
    public async Task The_door_refuses_a_mail_that_is_larger_than_any_with_a_clear_sentence_and_keeps_nothing()
    {
        // Waits to be asked for the mail, and never is.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var sized = new HttpRequestMessage(HttpMethod.Post, Door) { Content = new ByteArrayContent(new byte[43 * Megabyte]) };
        sized.Headers.ExpectContinue = true;
        using var answer = await patient.SendAsync(sized);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("too-long").And.Contain("42 MB"));

        // Who does not say how much will come is cut off in the middle, and may be writing still when the answer is there.
        using var http = new HttpClient();
        using var endless = new HttpRequestMessage(HttpMethod.Post, Door) { Content = new StreamContent(new Endless(43 * Megabyte)) };
        Assert.That(await Status(http, endless), Is.Null.Or.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That(await Count("SELECT COUNT(*) FROM mails"), Is.Zero);
    }

    [Test]
    public async Task Very_many_mails_of_one_sender_become_a_few_conversations_and_the_rest_is_held_and_told_once_also_by_two_hubs()
    {
        const int Bombs = 1000;
        const string Other = "other@customer.example";
        var clock = Stopwatch.StartNew();
        // A file of SQLite belongs to one hub.
        await using var other = Engine == Engine.Postgres ? await InProcessHub.Start(Database) : null;
        InProcessHub[] hubs = other is null ? [Hub] : [Hub, other];
        var served = TimeSpan.MaxValue;
        await Parallel.ForAsync(0, Bombs, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            var taken = await MailWorld.Post(hubs[number % hubs.Length], MailWorld.Mail("bomb@customer.example", MailWorld.Address, $"Bomb {number}", $"Bomb {number}"));
            Assert.That(taken, Is.EqualTo(HttpStatusCode.OK));
            if (number != Bombs / 2)
                return;
            var asked = Stopwatch.StartNew();
            await Mailed(Other);
            served = asked.Elapsed;
        });
        TestContext.Out.WriteLine($"{Bombs} mails in {clock.Elapsed.TotalSeconds:0.0} s; another sender's was answered within {served.TotalMilliseconds:0} ms");
        // What the journal was too busy for is taken up again in a moment.
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM mails WHERE state = 0"), Is.Zero));
        Assert.That(served, Is.LessThan(TimeSpan.FromSeconds(10)), "somebody else is served meanwhile");
        Assert.That(await Count($"SELECT COUNT(*) FROM mails WHERE sender = '{Other}' AND state = 1"), Is.EqualTo(1));

        var conversations = await Count("SELECT COUNT(*) FROM mails WHERE sender = 'bomb@customer.example' AND state = 1");
        Assert.That(conversations, Is.InRange(20, 30));
        Assert.That(await Count("SELECT COUNT(*) FROM mails WHERE state = 3"), Is.EqualTo(Bombs - conversations));
        var notice = await Eventually.Gives(() => Smtp.Taken.FirstOrDefault(m => m.Subject!.Contains("are waiting", StringComparison.Ordinal)));
        Assert.That(notice.TextBody, Does.Contain("somebody will look at them").And.Not.Contain("Bomb"));
        Assert.That(await Count("SELECT COUNT(*) FROM conversations"), Is.EqualTo(conversations + 1));
        Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE kind = 3"), Is.EqualTo(1), "told once");
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM outbox WHERE state = 0"), Is.Zero));
        Assert.That(Smtp.Taken, Has.Count.LessThan(15), "confirmations to one address are few");
        Assert.That(await Count("SELECT COUNT(*) FROM entries WHERE detail LIKE '%\"held\"%'"), Is.EqualTo(1), "and an agent sees it on a timeline");
    }

    private static MimeMessage WithFile(string subject, string text, int megabytes)
    {
        var mail = MailWorld.Mail($"Marc Heliotrope <{Marc}>", MailWorld.Address, subject, text);
        var body = new BodyBuilder { TextBody = text };
        body.Attachments.Add("film heliotrope.mp4", new MemoryStream(new byte[megabytes * Megabyte]), new ContentType("video", "mp4"));
        mail.Body = body.ToMessageBody();
        return mail;
    }

    private static IEnumerable<string?> Kinds(JsonElement entries, string kind) =>
        entries.EnumerateArray().Where(e => ChatTests.Kind(e) == kind).Select(e => e.GetProperty("body").GetString());

    private static JsonElement Origin(JsonElement entries) =>
        entries.EnumerateArray().Single(e => ChatTests.Kind(e) == "mail-source").GetProperty("detail").GetProperty("origin");

    private Uri Door => new(Hub.Address, MailboxDesk.InboundPath(1));

    /// <returns>Null where the line was cut.</returns>
    private static async Task<HttpStatusCode?> Status(HttpClient http, HttpRequestMessage request)
    {
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
        catch (HttpRequestException cut) when (cut.StatusCode is null)
        {
            return null;
        }
    }

    /// <summary>So many bytes whose number is not told before: HTTP sends them in chunks.</summary>
    private sealed class Endless(int length) : Stream
    {
        private int _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, _left);
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
