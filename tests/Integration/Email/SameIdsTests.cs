using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using SupportHub.Attachments;
using SupportHub.Email.Intake;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Two nodes draw the same ids at the same time, which happens once in some thousand times that both draw one in a millisecond: nothing is lost by it.</summary>
public sealed class SameIdsTests() : MailTest(Engine.Postgres)
{
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private InProcessHub _other = null!;

    protected override Task<InProcessHub> StartHub() =>
        InProcessHub.StartWith(Database, services => services.Replace(ServiceDescriptor.Singleton(new Ids(_time, () => 7))));

    [SetUp]
    public async Task StartOther() => _other = await StartHub();

    [TearDown]
    public async Task EndOther() => await _other.DisposeAsync();

    [Test]
    public async Task Both_get_visitors_and_their_conversations()
    {
        var tokens = new List<string>();
        foreach (var hub in SameMoment())
            tokens.Add(await World.Token(hub.Address));
        await using var anna = await World.Visitor(Hub.Address, tokens[0]);
        await using var ben = await World.Visitor(_other.Address, tokens[1]);
        SameMoment();
        var annas = await anna.Ask("Start", new { session = 1, body = "anna" });
        var bens = await ben.Ask("Start", new { session = 1, body = "ben" });
        Assert.Multiple(() =>
        {
            Assert.That(annas.ToString(), Does.Contain("anna").And.Not.Contain("ben"));
            Assert.That(bens.ToString(), Does.Contain("ben").And.Not.Contain("anna"));
            Assert.That(Id(bens), Is.EqualTo(Id(annas) + 1), "the first one was taken");
        });
    }

    [Test]
    public async Task A_file_does_not_take_the_place_of_another_ones()
    {
        await using var anna = await World.Visitor(Hub.Address);
        var conversation = Id(await anna.Ask("Start", new { session = 1, body = "anna" }));
        var files = new List<Attachment>();
        foreach (var hub in SameMoment())
            files.Add((await hub.Get<AttachmentStore>().Save(conversation, AuthorKind.Visitor, "a.txt", Bytes($"file {files.Count}"), 100, CancellationToken.None))!);
        Assert.That(files[1].Id, Is.EqualTo(files[0].Id + 1), "the first one was taken");
        foreach (var (number, file) in files.Index())
        {
            using var text = new StreamReader(_other.Get<AttachmentStore>().Open(file.Id)!);
            Assert.That(await text.ReadToEndAsync(), Is.EqualTo($"file {number}"));
        }
    }

    [Test]
    public async Task A_mail_does_not_take_the_place_of_another_one_nor_of_a_chat()
    {
        await using var anna = await World.Visitor(Hub.Address);
        SameMoment();
        var chat = Id(await anna.Ask("Start", new { session = 1, body = "anna" }));
        await MailWorld.Post(_other, Mail("first"));
        foreach (var (number, hub) in SameMoment().Index())
            await MailWorld.Post(hub, Mail($"of hub {number}"));

        var mails = await Rows<MailRow>("SELECT id, subject, state, conversation_id FROM mails");
        Assert.That(mails.Select(m => (m.Subject, m.State)), Is.EquivalentTo(new[] { ("first", MailState.Taken), ("of hub 0", MailState.Taken), ("of hub 1", MailState.Taken) }));
        Assert.That(mails.Select(m => m.Id), Does.Contain(chat), "a mail's own id is its own");
        Assert.That(mails.Select(m => m.ConversationId!.Value).Append(chat), Is.Unique);
        foreach (var mail in mails)
            Assert.That(Encoding.UTF8.GetString((await Hub.Get<RawMails>().Read(mail.Id, CancellationToken.None))!), Does.Contain($"Subject: {mail.Subject}"));
    }

    /// <summary>From now on each draws what the other one draws.</summary>
    private InProcessHub[] SameMoment()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return [Hub, _other];
    }

    private static MimeKit.MimeMessage Mail(string subject) => MailWorld.Mail($"{subject.Replace(' ', '.')}@customer.example", MailWorld.Address, subject, "How long?");

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static long Id(JsonElement conversation) => conversation.GetProperty("id").GetInt64();
}
