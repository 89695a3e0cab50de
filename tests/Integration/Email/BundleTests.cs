using System.Text;
using MimeKit;
using NUnit.Framework;
using SupportHub.Attachments;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>What an agent writes in one go is one mail.</summary>
[OnBothEngines]
public sealed class BundleTests(Engine engine) : MailTest(engine)
{
    [Test]
    public async Task An_answer_with_files_is_one_mail_and_each_of_its_messages_knows_what_became_of_it()
    {
        await using var claire = await World.Agent(Hub, 1);
        await Mailed(Marc);
        var id = (await claire.Next("Summary", s => Text(s, "status") == "assigned")).GetProperty("id").GetInt64();
        var seqs = new[]
        {
            await Send(claire, new { conversation = id, session = 7, number = 1, body = "Here are both.", byMail = true }),
            await Send(claire, new { conversation = id, session = 7, number = 2, attachmentId = await Uploaded(id, "plan.txt"), byMail = true }),
            await Send(claire, new { conversation = id, session = 7, number = 3, attachmentId = await Uploaded(id, "bill.txt"), byMail = true }),
        };
        var mail = await Smtp.To(Marc, 2);
        Assert.That(mail.TextBody!.ReplaceLineEndings("\n"), Does.StartWith("Here are both.\n\n-- \nClaire\n"));
        Assert.That(Files(mail), Is.EqualTo(new[] { "plan.txt", "bill.txt" }));
        await Eventually.Succeeds(async () => Assert.That(await Deliveries(claire, id), Is.EqualTo(seqs.Select(s => (s, "sent")))));

        await MailWorld.Post(Hub, MailWorld.Bounce(mail, Marc));
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Skip(3), Is.EqualTo(seqs.Select(s => (s, "bounced")))));
        await claire.Ask("MailAgain", new { conversation = id, seq = seqs[1] });
        var again = await Smtp.To(Marc, 3);
        Assert.That(Files(again), Is.EqualTo(new[] { "plan.txt" }));
        Assert.That(again.MessageId, Is.Not.EqualTo(mail.MessageId));
        Assert.That(again.References, Has.Member(mail.MessageId).And.Count.EqualTo(3), "mails that there were: the question, the confirmation, the answer");
        Assert.That(Smtp.Taken, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_mail_that_was_tried_once_stays_as_it_was_and_what_was_written_since_follows_it()
    {
        await using var claire = await World.Agent(Hub, 1);
        await Mailed(Marc);
        var id = (await claire.Next("Summary", s => Text(s, "status") == "assigned")).GetProperty("id").GetInt64();
        Smtp.DiesAfterTaking = true;
        foreach (var number in new[] { 1, 2 })
            await Send(claire, new { conversation = id, session = 7, number, body = $"Part {number}", byMail = true });
        var first = await Smtp.To(Marc, 2);
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Is.EqualTo(new[] { "deferred", "deferred" })));

        await Send(claire, new { conversation = id, session = 7, number = 3, body = "Part 3", byMail = true });
        Smtp.DiesAfterTaking = false;
        await DueNow();
        var (second, third) = (await Smtp.To(Marc, 3), await Smtp.To(Marc, 4));
        Assert.That((second.MessageId, second.TextBody), Is.EqualTo((first.MessageId, first.TextBody)), "the same name, the same mail");
        Assert.That(third.TextBody, Does.StartWith("Part 3"));
        Assert.That(third.MessageId, Is.Not.EqualTo(first.MessageId));
    }

    private static async Task<int> Send(RawSignalR agent, object message) => (await agent.Ask("Send", message)).GetProperty("seq").GetInt32();

    private async Task<long> Uploaded(long conversation, string name) =>
        (await Hub.Get<AttachmentStore>().Save(conversation, AuthorKind.Agent, name, new MemoryStream(Encoding.ASCII.GetBytes(name)), 1000, CancellationToken.None))!.Id;

    private static IEnumerable<string?> Files(MimeMessage mail) => mail.Attachments.OfType<MimePart>().Select(f => f.FileName);
}
