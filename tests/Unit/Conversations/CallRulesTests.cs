using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Unit.Conversations;

public sealed class CallRulesTests
{
    private const long Now = 1_790_000_000_000;
    private const long Ring = Now + 20_000;
    private const long Later = Now + 3_600_000;
    private const string Number = "+33612345678";
    private static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    private static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);
    private static readonly Author Visitor = Author.Visitor(7);
    private static readonly Conversation Waits = new() { Id = 42, SiteId = 3, VisitorId = 7, Status = Waiting, Version = 1, StartedAt = Now - 90_000, QueuedAt = Now - 90_000, WaitingSince = Now - 60_000, Missed = "2" };
    private static readonly Command.WantCall Soon = new(Visitor, Number, "+33 6 12 34 56 78", "+33 1 84 80 00 00", null, Ring);

    [Test]
    public void As_soon_as_possible_keeps_the_place_that_the_customer_had()
    {
        var wanted = Change(Waits with { ReservedId = 1 }, Soon);

        Assert.That((wanted.State.Status, wanted.State.Channel, wanted.State.CallTo, wanted.State.CallAt), Is.EqualTo((Waiting, ChannelKind.Phone, Number, (long?)null)));
        Assert.That((wanted.State.QueuedAt, wanted.State.WaitingSince, wanted.State.ReservedId), Is.EqualTo((Waits.QueuedAt, Waits.WaitingSince, (long?)1)));
        Assert.That(wanted.Entries.Single(), Is.EqualTo(new NewEntry(
            EntryKind.CallWanted, Visitor, null, new EntryDetail { Call = new CallDetail { Number = "+33 6 12 34 56 78", From = "+33 1 84 80 00 00" } })));
        Assert.That(Change(wanted.State, Soon).State, Is.SameAs(wanted.State), "asked twice is asked once");
    }

    [Test]
    public void A_time_that_is_agreed_leaves_the_queue_until_then()
    {
        var wanted = Change(Waits, Soon with { At = Later });

        Assert.That((wanted.State.IsCalledLater(Now), wanted.State.IsCalledLater(Later), wanted.State.WaitingSince), Is.EqualTo((true, false, (long?)null)));
        Assert.That(wanted.Effects.OfType<Effect.RecordWait>().Single().How, Is.EqualTo(WaitEnding.OtherChannel));
        Assert.That(Change(wanted.State, Soon with { At = Later + 1 }).State.CallAt, Is.EqualTo(Later + 1), "changed");
    }

    [Test]
    public void Who_begins_with_a_call_never_waits_in_the_chat()
    {
        var soon = Begin(Soon);
        Assert.That((soon.State.Channel, soon.State.CallTo, soon.State.Version, soon.State.QueuedAt, soon.State.WaitingSince), Is.EqualTo((ChannelKind.Phone, Number, 1, Now, (long?)Now)));
        Assert.That(soon.Entries.Select(e => e.Kind), Is.EqualTo(new[] { EntryKind.Message, EntryKind.Queued, EntryKind.CallWanted }));
        Assert.That(soon.Effects, Is.Empty, "nobody has waited yet");

        var later = Begin(Soon with { At = Later });
        Assert.That((later.State.IsCalledLater(Now), later.State.WaitingSince), Is.EqualTo((true, (long?)null)));

        static Decision.Change Begin(Command.WantCall call) => (Decision.Change)ConversationRules.Decide(
            null, 42, new Command.Start(Visitor, 3, 1, null, null, "en", "My site is down.", null, null, Call: call), Now);
    }

    [Test]
    public void In_a_chat_the_agent_of_the_chat_is_asked_first()
    {
        var wanted = Change(Assigned, Soon).State;

        Assert.That((wanted.Status, wanted.AgentId, wanted.OfferedTo, wanted.OfferUntil, wanted.LastAgentId), Is.EqualTo((Waiting, (long?)null, (long?)1, (long?)Ring, (long?)1)));
        Assert.That(Change(Assigned, Soon with { At = Later }).State.OfferedTo, Is.Null);
    }

    [Test]
    public void Whoever_takes_it_calls_in_the_same_commit()
    {
        var taken = Change(Wanted, new Command.Take(Author.Agent(1), Claire));

        Assert.That((taken.State.Status, taken.State.AgentId, taken.State.Calling, taken.State.CallAttempts), Is.EqualTo((ConversationStatus.Assigned, (long?)1, true, 1)));
        Assert.That(taken.Effects.OfType<Effect.BeginCall>().Single(), Is.EqualTo(new Effect.BeginCall(42, 1, 3, 1, Number, Now)));
        Assert.That(Change(Waits, new Command.Take(Author.Agent(1), Claire)).Effects.OfType<Effect.BeginCall>(), Is.Empty, "a chat is no call");
        Assert.That(Refusal(taken.State, Soon with { To = "+33611111111" }), Is.EqualTo(RefusalCode.Calling));
        Assert.That(Refusal(taken.State, new Command.HandOver(Author.Agent(1), Claire, Arnaud, null, null, "lunch", false)), Is.EqualTo(RefusalCode.Calling));
    }

    [Test]
    public void Nobody_answered_so_it_waits_for_the_next_try_and_the_customer_is_told()
    {
        var ended = Change(Calling, Ended(CallOutcome.NoAnswer, rang: true, AfterCall.Again, Later));

        Assert.That((ended.State.Status, ended.State.AgentId, ended.State.CallAt, ended.State.CallTries, ended.State.Calling), Is.EqualTo((Waiting, (long?)null, (long?)Later, 1, false)));
        Assert.That(ended.State.CallTo, Is.EqualTo(Number));
        Assert.That(ended.Entries.Select(e => (e.Kind, e.Detail!.Call?.At)), Is.EqualTo(new[] { (EntryKind.Called, (long?)Later), (EntryKind.Queued, null) }));
        var second = Change(ended.State, new Command.Take(Author.Agent(2), Arnaud)).State;
        Assert.That((second.CallAttempts, second.CallTries), Is.EqualTo((2, 1)));
    }

    [Test]
    public void The_agent_did_not_answer_so_the_next_one_is_asked_and_the_customer_hears_nothing_of_it()
    {
        var ended = Change(Calling, Ended(CallOutcome.AgentMissed, rang: false, AfterCall.NextAgent));

        Assert.That((ended.State.Status, ended.State.CallAt, ended.State.CallTries, ended.State.QueuedAt), Is.EqualTo((Waiting, (long?)null, 0, (long?)Calling.StartedAt)));
        Assert.That(ended.State.MissedBy, Is.EqualTo(new long[] { 1 }));
        Assert.That(ended.Entries[0].Kind.IsInternal());
    }

    [Test]
    public void Reached_the_conversation_stays_with_the_agent()
    {
        var ended = Change(Calling, Ended(CallOutcome.Reached, rang: true, AfterCall.Stays) with { Seconds = 370 });

        Assert.That((ended.State.Status, ended.State.AgentId, ended.State.Channel, ended.State.CallTo, ended.State.Calling), Is.EqualTo((ConversationStatus.Assigned, (long?)1, ChannelKind.Chat, (string?)null, false)));
        Assert.That(ended.Entries.Single().Detail!.Call!.Seconds, Is.EqualTo(370));
    }

    [Test]
    public void What_is_told_twice_or_of_an_earlier_attempt_changes_nothing()
    {
        var ended = Change(Calling, Ended(CallOutcome.NoAnswer, rang: true, AfterCall.Again, Later)).State;

        Assert.That(Change(ended, Ended(CallOutcome.NoAnswer, rang: true, AfterCall.Again, Later)).State, Is.SameAs(ended));
        Assert.That(Change(Calling with { CallAttempts = 2 }, new Command.CallProgressed(1, CallPhase.Talking)).Entries, Is.Empty);
        Assert.That(Change(Calling, new Command.CallProgressed(1, CallPhase.Talking)).Entries.Single().Kind, Is.EqualTo(EntryKind.CallProgress));
    }

    [Test]
    public void After_the_last_try_a_mail_is_written_where_an_address_is_known()
    {
        var told = Ended(CallOutcome.NoAnswer, rang: true, AfterCall.Writes);

        Assert.That(Change(Calling, told with { MailTo = "marie@example.com" }).Effects.OfType<Effect.Post>().Single().Kind, Is.EqualTo(PostKind.NotReached));
        Assert.That(Change(Calling, told).Effects.OfType<Effect.Post>(), Is.Empty);
    }

    [Test]
    public void A_call_that_could_not_be_placed_is_told_to_the_customer_and_why_to_agents_alone()
    {
        var told = Change(Calling, Ended(CallOutcome.Failed, rang: false, AfterCall.Writes) with { Words = "The account is out of credit.", MailTo = "marie@example.com" });

        Assert.That(told.Entries.Select(e => (e.Kind, e.Body)), Is.EqualTo(new[] { (EntryKind.CallProgress, "The account is out of credit."), (EntryKind.Called, (string?)null) }));
        Assert.That(told.Effects.OfType<Effect.Post>().Single().Seq, Is.EqualTo(-1), "of what the customer is told");
    }

    [Test]
    public void A_mail_while_a_call_is_wanted_does_not_take_its_place_but_going_over_to_mail_does()
    {
        var mail = new ByMail("marie@example.com", null, null);

        Assert.That(Change(Wanted, new Command.Say(Visitor, 9, 1, "One more thing.", null, Mail: mail)).State.Channel, Is.EqualTo(ChannelKind.Phone));
        var written = Change(Wanted, new Command.WriteByMail(Visitor, mail)).State;
        Assert.That((written.Channel, written.CallTo), Is.EqualTo((ChannelKind.Email, (string?)null)));
        var late = Change(Change(Calling, new Command.WriteByMail(Visitor, mail)).State, Ended(CallOutcome.NoAnswer, rang: true, AfterCall.Again, Later)).State;
        Assert.That((late.Channel, late.AgentId, late.Calling, late.CallAt), Is.EqualTo((ChannelKind.Email, (long?)1, false, (long?)null)));
    }

    [Test]
    public void An_agent_without_a_phone_is_not_asked()
    {
        var wanted = Change(Assigned, Soon with { OfferUntilMs = null }).State;

        Assert.That((wanted.Status, wanted.AgentId, wanted.OfferedTo), Is.EqualTo((Waiting, (long?)null, (long?)null)));
    }

    [Test]
    public void One_click_takes_it_back_and_the_place_is_kept()
    {
        var plain = Change(Wanted, new Command.CancelCall(Visitor));

        Assert.That((plain.State.Status, plain.State.Channel, plain.State.CallTo, plain.State.QueuedAt, plain.State.WaitingSince), Is.EqualTo((Waiting, ChannelKind.Chat, (string?)null, Waits.QueuedAt, Waits.WaitingSince)));
        Assert.That(plain.Entries.Single().Kind, Is.EqualTo(EntryKind.CallCancelled));
        Assert.That(Change(plain.State, new Command.CancelCall(Visitor)).Entries, Is.Empty);
        Assert.That(Change(Calling, new Command.CancelCall(Visitor)).State.Calling, Is.False, "also while it rings");
    }

    [Test]
    public void A_booked_time_is_free_as_soon_as_nobody_is_to_be_called_then()
    {
        var booked = Change(Waits, Soon with { At = Later }).State;
        Command[] without =
        [
            new Command.CancelCall(Visitor), Soon, new Command.WriteByMail(Visitor, new ByMail("lucie@customer.example", null, null)), new Command.Leave(Visitor), new Command.Take(Author.Agent(1), Claire),
        ];

        foreach (var command in without)
            Assert.That(Change(booked, command).Effects.OfType<Effect.FreeTime>(), Is.EqualTo(new[] { new Effect.FreeTime(42, Later) }), command.GetType().Name);
        Assert.That(Change(booked, Soon with { At = Later + 1 }).Effects.OfType<Effect.FreeTime>(), Is.Empty, "booking the other time has moved it");
        Assert.That(Change(Waits, new Command.Leave(Visitor)).Effects.OfType<Effect.FreeTime>(), Is.Empty);
    }

    [Test]
    public void How_far_a_call_is_belongs_to_the_state_and_never_goes_back()
    {
        var talking = Change(Change(Calling, new Command.CallProgressed(1, CallPhase.AgentRinging)).State, new Command.CallProgressed(1, CallPhase.Talking)).State;

        Assert.That((talking.CallPhase, talking.CallPhaseAt, talking.Version), Is.EqualTo(((CallPhase?)CallPhase.Talking, (long?)Now, Calling.Version + 2)));
        Assert.That(Change(talking, new Command.CallProgressed(1, CallPhase.CustomerRinging)).Entries, Is.Empty, "told late");
        var ended = Change(talking, Ended(CallOutcome.Reached, rang: true, AfterCall.Stays));
        Assert.That((ended.State.CallPhase, ended.State.Called), Is.EqualTo(((CallPhase?)null, (CallOutcome?)CallOutcome.Reached)));
        Assert.That(ended.Effects.OfType<Effect.RecordCall>().Single(), Is.EqualTo(new Effect.RecordCall(42, 1, 3, 1, CallOutcome.Reached, null, 1, Now)));
    }

    [Test]
    public void An_agents_missed_call_is_none_of_the_customers()
    {
        var ended = Change(Calling, Ended(CallOutcome.AgentMissed, rang: false, AfterCall.NextAgent));
        Assert.That((ended.Effects.OfType<Effect.RecordCall>().Any(), ended.State.Called), Is.EqualTo((false, (CallOutcome?)null)));
    }

    [Test]
    public void The_agent_calls_again_at_once_and_once()
    {
        var again = Change(Over, Again);

        Assert.That((again.State.Calling, again.State.CallAttempts, again.State.AgentId, again.State.Called), Is.EqualTo((true, 2, (long?)1, (CallOutcome?)null)));
        Assert.That(again.Effects.OfType<Effect.BeginCall>().Single(), Is.EqualTo(new Effect.BeginCall(42, 2, 3, 1, Number, Now)));
        Assert.That(again.Entries.Single().Kind, Is.EqualTo(EntryKind.CallWanted));
        Assert.That(Refusal(again.State, Again), Is.EqualTo(RefusalCode.Calling), "pressed twice");
        Assert.That(Refusal(Over, Again with { By = Author.Agent(2) }), Is.EqualTo(RefusalCode.NotAssigned));
        Assert.That(Refusal(Change(Over, new Command.Resolve(Author.Agent(1), "solved", null, false)).State, Again), Is.EqualTo(RefusalCode.Resolved));
    }

    [Test]
    public void The_agent_calls_again_at_a_time_and_the_conversation_waits_until_then()
    {
        var again = Change(Over, Again with { At = Later }).State;

        Assert.That((again.Status, again.AgentId, again.CallAt, again.Calling, again.Called), Is.EqualTo((Waiting, (long?)null, (long?)Later, false, (CallOutcome?)null)));
        Assert.That(Refusal(again, Again with { At = Later }), Is.EqualTo(RefusalCode.NotAssigned), "it is nobody's by now");
        Assert.That(again.LastAgentId, Is.EqualTo(1), "who knows the customer");
    }

    [Test]
    public void A_time_that_an_agent_books_is_the_agents_own_through_all_tries_until_somebody_else_calls()
    {
        var own = Change(Over, Again with { At = Later, Caller = Claire });
        Assert.That((own.State.CallBy, own.State.LikelyAgent, own.Entries[0].Detail!.Agent), Is.EqualTo(((long?)1, (long?)1, Claire)));

        var calling = Change(own.State, new Command.Take(Author.Agent(1), Claire)).State;
        var again = Change(calling, Ended(CallOutcome.NoAnswer, rang: true, AfterCall.Again, Later) with { Number = 2 }).State;
        Assert.That((again.CallBy, again.ReservedId, again.CallAt), Is.EqualTo(((long?)1, (long?)1, (long?)Later)), "tried again by her");
        var missed = Change(calling, Ended(CallOutcome.AgentMissed, rang: false, AfterCall.NextAgent) with { Number = 2 }).State;
        Assert.That((missed.CallBy, missed.Expects, missed.MissedBy.Single()), Is.EqualTo(((long?)1, (long?)1, 1L)), "whom the customer expects, and who did not pick up");
        Assert.That(Change(own.State, new Command.Take(Author.Agent(2), Arnaud)).State.CallBy, Is.Null, "a colleague calls");
        Assert.That(Change(Over, Again with { At = Later }).State.CallBy, Is.Null);
    }

    [Test]
    public void Whoever_is_given_somebody_who_waits_for_a_call_calls_and_of_a_booked_one_has_the_time()
    {
        var handOver = new Command.HandOver(Author.Agent(1), Claire, Arnaud, null, null, "He knows it", MayOverrule: true);

        var given = Change(Wanted, handOver);
        Assert.That((given.State.AgentId, given.State.Calling, given.Effects.OfType<Effect.BeginCall>().Single().AgentId), Is.EqualTo(((long?)2, true, 2L)));
        var booked = Change(Change(Waits, Soon with { At = Later }).State, handOver);
        Assert.That((booked.State.Status, booked.State.CallAt, booked.State.CallBy, booked.State.Expects), Is.EqualTo((Waiting, (long?)Later, (long?)2, (long?)2)), "nobody is called sooner than agreed");
        Assert.That(booked.Effects, Is.EqualTo(new[] { new Effect.OwnTime(42, Later, 2) }));
    }

    [Test]
    public void Another_number_leaves_the_time_to_its_agent_and_another_time_is_anybodys()
    {
        var own = Change(Over, Again with { At = Later, Caller = Claire }).State;

        Assert.That(Change(own, Soon with { At = Later, To = "+33611111111" }).State.CallBy, Is.EqualTo(1));
        Assert.That(Change(own, Soon with { At = Later + 1 }).State.CallBy, Is.Null);
        Assert.That(Change(own, Soon).State.CallBy, Is.Null);
        Assert.That(Change(own, new Command.CancelCall(Visitor)).State.CallBy, Is.Null);
    }

    [Test]
    public void Who_called_may_say_how_it_really_ended()
    {
        var corrected = Change(Over, new Command.CorrectCall(Author.Agent(1), CallOutcome.Voicemail));

        Assert.That(corrected.State.Called, Is.EqualTo(CallOutcome.Voicemail));
        Assert.That(corrected.Entries.Single().Kind.IsInternal());
        Assert.That(corrected.Effects.Single(), Is.EqualTo(new Effect.CorrectCall(42, CallOutcome.Voicemail)));
        Assert.That(Change(corrected.State, new Command.CorrectCall(Author.Agent(1), CallOutcome.Voicemail)).State, Is.SameAs(corrected.State), "said twice");
        Assert.That(Refusal(Over, new Command.CorrectCall(Author.Agent(2), CallOutcome.Voicemail)), Is.EqualTo(RefusalCode.NotAssigned));
        Assert.That(Refusal(Over, new Command.CorrectCall(Author.Agent(1), CallOutcome.Cancelled)), Is.EqualTo(RefusalCode.Invalid), "nobody can know that");
        Assert.That(Refusal(Calling, new Command.CorrectCall(Author.Agent(1), CallOutcome.Reached)), Is.EqualTo(RefusalCode.Invalid), "nothing has ended");
        Assert.That(Change(Over, new Command.Resolve(Author.Agent(1), "solved", null, false)).State.Called, Is.Null);
    }

    private static readonly Command.CallAgain Again = new(Author.Agent(1), Number, "+33 6 12 34 56 78", "+33 1 84 80 00 00", null);

    private static Conversation Over => Change(Calling, Ended(CallOutcome.Reached, rang: true, AfterCall.Stays)).State;

    private static Conversation Assigned => Change(Waits with { Missed = null }, new Command.Take(Author.Agent(1), Claire)).State;

    private static Conversation Wanted => Change(Waits, Soon).State;

    private static Conversation Calling => Change(Wanted, new Command.Take(Author.Agent(1), Claire)).State;

    private static Command.CallEnded Ended(CallOutcome outcome, bool rang, AfterCall then, long? again = null) => new(1, Claire, outcome, null, rang, then, again);

    private static Decision.Change Change(Conversation state, Command command) => (Decision.Change)ConversationRules.Decide(state, state.Id, command, Now);

    private static RefusalCode Refusal(Conversation state, Command command) => ((Decision.Refuse)ConversationRules.Decide(state, state.Id, command, Now)).Code;
}
