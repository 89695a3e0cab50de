using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Unit.Email;

/// <summary>What e-mail does to a conversation.</summary>
public sealed class MailRulesTests
{
    private const long Now = 1_790_000_000_000;
    private static readonly ByMail ToMarc = new("marc@customer.example", Now + 3600_000, "We will answer.");
    private static readonly Conversation Waiting = new()
    {
        Id = 7, SiteId = 1, VisitorId = 3, Status = ConversationStatus.Waiting, Version = 4, StartedAt = Now - 60_000, QueuedAt = Now - 60_000, WaitingSince = Now - 60_000, OfferedTo = 9, OfferedAt = Now, OfferUntil = Now + 20_000,
    };

    [Test]
    public void Who_waits_and_prefers_mail_leaves_the_line_with_a_promise_and_a_mail()
    {
        var change = Change(Waiting, new Command.WriteByMail(Author.Visitor(3), ToMarc));
        Assert.Multiple(() =>
        {
            Assert.That(change.State, Is.EqualTo(Waiting.NotWaiting() with { QueuedAt = Waiting.QueuedAt, Version = 5, Channel = ChannelKind.Email, MailTo = ToMarc.Address, AnswerBy = ToMarc.AnswerBy }));
            Assert.That(change.Entries.Select(e => e.Kind), Is.EqualTo(new[] { EntryKind.Introduced, EntryKind.Mailed }));
            Assert.That(change.Effects.OfType<Effect.Post>().Single(), Is.EqualTo(new Effect.Post(7, 1, -1, PostKind.Acknowledgement, ToMarc.Address, Now)), "of the second entry");
            Assert.That(change.Effects.OfType<Effect.RecordWait>().Single().How, Is.EqualTo(WaitEnding.OtherChannel));
            Assert.That(change.Effects.OfType<Effect.RecordOffer>().Single().How, Is.EqualTo(OfferEnd.Withdrawn));
        });
        Assert.That(Change(change.State, new Command.WriteByMail(Author.Visitor(3), ToMarc)).Entries, Is.Empty, "the same again changes nothing");
        Assert.That(Change(change.State, new Command.WriteByMail(Author.Visitor(3), ToMarc with { Address = "m@other.example" })).State.MailTo, Is.EqualTo("m@other.example"));
    }

    [Test]
    public void No_confirmation_goes_out_where_a_limit_was_reached() =>
        Assert.That(Change(Waiting, new Command.WriteByMail(Author.Visitor(3), ToMarc with { Acknowledge = false })).Effects.OfType<Effect.Post>(), Is.Empty);

    [Test]
    public void An_answer_by_mail_is_posted_with_its_entry_and_settles_what_was_owed()
    {
        var assigned = Waiting.NotWaiting() with { Status = ConversationStatus.Assigned, AgentId = 2, Channel = ChannelKind.Email, MailTo = ToMarc.Address, AnswerBy = Now };
        var change = Change(assigned, new Command.Say(Author.Agent(2), 5, 1, "Done.", null, MailTo: ToMarc.Address));
        Assert.Multiple(() =>
        {
            Assert.That(change.State.AnswerBy, Is.Null);
            Assert.That(change.Entries.Single().Detail!.Mail!.Address, Is.EqualTo(ToMarc.Address));
            Assert.That(change.Effects.Single(), Is.EqualTo(new Effect.Post(7, 1, 0, PostKind.Mail, ToMarc.Address, Now, HoldMs: 2000)), "a file may follow");
        });
        var chat = Change(assigned, new Command.Say(Author.Agent(2), 5, 2, "You are here, so here.", null));
        Assert.That((chat.State.AnswerBy, chat.Effects.Count), Is.EqualTo(((long?)null, 0)));
        var again = Change(change.State, new Command.Say(Author.Visitor(3), 6, 1, "And another thing", null, Mail: ToMarc));
        Assert.That(again.State.AnswerBy, Is.EqualTo(ToMarc.AnswerBy), "an answer is owed again");
    }

    [Test]
    public void A_mail_to_a_resolved_conversation_opens_it_again_with_a_promise_and_no_wait_is_learnt_from_it()
    {
        var resolved = Waiting.NotWaiting() with { Status = ConversationStatus.Resolved, ResolvedAt = Now, LastAgentId = 2 };
        var change = Change(resolved, new Command.Say(Author.Visitor(3), 6, 1, "It broke again", null, Mail: ToMarc));
        Assert.Multiple(() =>
        {
            Assert.That((change.State.Status, change.State.Channel, change.State.WaitingSince, change.State.Version), Is.EqualTo((ConversationStatus.Waiting, ChannelKind.Email, (long?)null, 5)));
            Assert.That(change.Entries.Select(e => e.Kind), Is.EqualTo(new[] { EntryKind.Message, EntryKind.Queued, EntryKind.Mailed }));
        });
        var taken = Change(change.State, new Command.Assign(new Person(2, "Claire", null, Pronoun.She), 5));
        Assert.That(taken.Effects, Is.Empty);
        Assert.That(Change(taken.State, new Command.Resolve(Author.Agent(2), "solved", null, false)).Effects, Is.Empty);
    }

    [Test]
    public void Only_the_agent_who_has_it_sends_a_mail_again_and_a_new_address_becomes_the_customers()
    {
        var assigned = Waiting.NotWaiting() with { Status = ConversationStatus.Assigned, AgentId = 2, Channel = ChannelKind.Email, MailTo = ToMarc.Address };
        Assert.That(ConversationRules.Decide(assigned, 7, new Command.MailAgain(Author.Agent(8), 3, ToMarc.Address, false), Now), Is.EqualTo(new Decision.Refuse(RefusalCode.NotAssigned)));
        var change = Change(assigned, new Command.MailAgain(Author.Agent(2), 3, "m@other.example", false));
        Assert.That(change.State.MailTo, Is.EqualTo("m@other.example"));
        Assert.That(change.Effects.OfType<Effect.Post>().Single().Seq, Is.EqualTo(3));
    }

    [Test]
    public void A_transcript_is_posted_with_its_entry_and_of_two_that_ask_at_once_the_second_looks_again()
    {
        var resolved = Waiting.NotWaiting() with { Status = ConversationStatus.Resolved, ResolvedAt = Now, LastAgentId = 2 };
        var asked = new Command.SendTranscript(Author.Visitor(3), ToMarc.Address, resolved.Version, Introduces: true);
        var change = Change(resolved, asked);
        Assert.Multiple(() =>
        {
            Assert.That(change.State, Is.EqualTo(resolved with { Version = resolved.Version + 1 }), "it stays resolved");
            Assert.That(change.Entries.Single(), Is.EqualTo(new NewEntry(EntryKind.Transcript, Author.Visitor(3), null, new EntryDetail { Email = ToMarc.Address })));
            Assert.That(change.Effects.OfType<Effect.Post>().Single(), Is.EqualTo(new Effect.Post(7, 1, 0, PostKind.Transcript, ToMarc.Address, Now)));
            Assert.That(change.Effects.OfType<Effect.NameVisitor>().Single().Email, Is.EqualTo(ToMarc.Address));
        });
        Assert.That(ConversationRules.Decide(change.State, 7, asked, Now), Is.EqualTo(new Decision.Refuse(RefusalCode.Busy)));
        Assert.That(ConversationRules.Decide(resolved, 7, asked with { By = Author.Visitor(4) }, Now), Is.EqualTo(new Decision.Refuse(RefusalCode.UnknownConversation)));
    }

    [Test]
    public void What_a_sender_is_told_of_a_mail_goes_out_with_the_entry_that_says_so()
    {
        var source = new Command.KeepSource(Author.Visitor(3), 6, 2, null, new MailOrigin("/api/mail/6", Refused: [new RefusedFile("film.mp4", null)]));
        Assert.That(Change(Waiting, source).Effects, Is.Empty);
        var told = Change(Waiting, source with { Origin = source.Origin with { Told = MailNotice.TooLarge }, TellTo = ToMarc.Address });
        Assert.That(told.Effects.Single(), Is.EqualTo(new Effect.Post(7, 1, 0, PostKind.Notice, ToMarc.Address, Now)));
        Assert.That(told.Entries.Single().Detail!.Origin!.Told, Is.EqualTo(MailNotice.TooLarge));
    }

    [Test]
    public void What_became_of_a_mail_is_told_and_its_row_is_settled_in_one()
    {
        var settled = new Effect.Settle(7, 3, PostKind.Mail, DeliveryState.Sent);
        var change = Change(Waiting, new Command.Delivered([3, 4], DeliveryState.Sent, null, settled));
        Assert.That(change.Effects, Is.EqualTo(new[] { settled }));
        Assert.That(change.Entries.Select(e => e.Detail!.Delivery), Is.EqualTo(new[] { new DeliveryDetail(3, DeliveryState.Sent), new DeliveryDetail(4, DeliveryState.Sent) }), "each of one mail's messages knows");
        Assert.That(Change(Waiting, new Command.Delivered([3], DeliveryState.Bounced, "No such user")).Effects, Is.Empty, "the row was settled before it came back");
    }

    private static Decision.Change Change(Conversation state, Command command) => (Decision.Change)ConversationRules.Decide(state, 7, command, Now);
}
