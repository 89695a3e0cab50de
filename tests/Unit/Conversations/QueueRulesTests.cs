using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Unit.Conversations;

public sealed class QueueRulesTests
{
    private const long Now = 1_790_000_000_000;
    private static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    private static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);
    private static readonly Conversation Waits = new() { Id = 42, SiteId = 3, VisitorId = 7, Status = Waiting, Version = 1, StartedAt = Now - 90_000, QueuedAt = Now - 90_000, WaitingSince = Now - 90_000 };

    private static readonly Effect.KeepCard Card = new(42, "{}", Now);

    [Test]
    public void It_rings_at_one_agent_at_a_time_and_no_customer_sees_it()
    {
        var ringing = Change(Waits, new Command.Offer(Claire, Now + 20_000, 1));

        Assert.That((ringing.State.OfferedTo, ringing.State.OfferUntil, ringing.State.Status), Is.EqualTo(((long?)1, (long?)(Now + 20_000), Waiting)));
        Assert.That(ringing.Entries.Single().Kind.IsInternal());
        Assert.That(Refusal(ringing.State, new Command.Offer(Arnaud, Now + 20_000, 2)), Is.EqualTo(RefusalCode.NotWaiting));
        Assert.That(Refusal(Waits, new Command.Offer(Claire, Now + 20_000, 7)), Is.EqualTo(RefusalCode.NotWaiting), "decided on an older state");
    }

    [Test]
    public void Only_the_agent_at_whom_it_rings_accepts()
    {
        Assert.That(Refusal(Rings, new Command.Accept(Author.Agent(2), Arnaud)), Is.EqualTo(RefusalCode.OfferOver));
        Assert.That(Refusal(Waits, new Command.Accept(Author.Agent(1), Claire)), Is.EqualTo(RefusalCode.OfferOver));

        var accepted = Change(Rings, new Command.Accept(Author.Agent(1), Claire));
        Assert.That((accepted.State.Status, accepted.State.AgentId, accepted.State.OfferedTo, accepted.State.QueuedAt), Is.EqualTo((ConversationStatus.Assigned, (long?)1, (long?)null, (long?)null)));
        Assert.That(accepted.Effects, Does.Contain(new Effect.RecordOffer(42, 3, null, 1, Now, Now, OfferEnd.Accepted)));
        Assert.That(accepted.Effects, Does.Contain(new Effect.RecordWait(42, 3, null, Now - 90_000, Now, WaitEnding.Answered, 1, null)));
    }

    [Test]
    public void Who_declines_or_lets_it_ring_is_not_asked_next_and_the_customer_keeps_the_place()
    {
        var declined = Change(Rings, new Command.Decline(Author.Agent(1), Claire, "lunch"));
        Assert.That((declined.State.OfferedTo, declined.State.Missed, declined.State.QueuedAt), Is.EqualTo(((long?)null, "1", Waits.QueuedAt)));
        Assert.That((declined.Entries.Single().Body, declined.Entries.Single().Kind.IsInternal()), Is.EqualTo(("lunch", true)));

        var second = Change(declined.State, new Command.Offer(Arnaud, Now + 20_000, declined.State.Version)).State;
        var unanswered = Change(second, new Command.EndOffer(Arnaud, OfferEnd.Unanswered, second.Version));
        Assert.That(unanswered.State.MissedBy, Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(Refusal(unanswered.State, new Command.Decline(Author.Agent(2), Arnaud, null)), Is.EqualTo(RefusalCode.OfferOver));
    }

    [Test]
    public void A_name_that_is_told_is_a_reservation_on_record()
    {
        var told = Change(Waits, new Command.Tell(new Told(HoldKind.First, "Claire will answer you.", Claire, 2, 3, 6), Card, 1));

        Assert.That((told.State.ReservedId, told.State.Version), Is.EqualTo(((long?)1, 2)));
        Assert.That(told.Entries.Single().Detail, Is.EqualTo(new EntryDetail { Hold = HoldKind.First, Agent = Claire, Place = 2, FromMinutes = 3, ToMinutes = 6 }));
        Assert.That(told.Entries.Single().Kind.IsInternal(), Is.False);
        Assert.That(told.Effects, Is.EqualTo(new[] { Card }), "who dispatches next knows that it was said");
        Assert.That(Change(told.State, new Command.Tell(new Told(HoldKind.Longer, "Sorry.", Claire), Card, 2)).State, Is.SameAs(told.State), "the same name changes no state");
    }

    [Test]
    public void The_customer_is_told_when_another_answers_than_was_announced_and_only_then()
    {
        var instead = new Instead(1, new Told(HoldKind.AnsweredByOther, "Arnaud answers you in place of Claire.", Arnaud));
        var named = Waits with { ReservedId = 1 };

        Assert.That(Kinds(Change(named, new Command.Assign(Arnaud, 1, instead))), Is.EqualTo(new[] { EntryKind.Hold, EntryKind.Joined }));
        Assert.That(Kinds(Change(named, new Command.Assign(Claire, 1, instead))), Is.EqualTo(new[] { EntryKind.Joined }));
        Assert.That(Kinds(Change(Waits, new Command.Assign(Arnaud, 1, instead))), Is.EqualTo(new[] { EntryKind.Joined }), "nobody was announced");
    }

    [Test]
    public void Whose_agent_was_lost_expects_that_agent_until_another_is_named()
    {
        var lost = Change(Waits with { Status = ConversationStatus.Assigned, AgentId = 1, LastAgentId = 1, AssignedAt = Now }, new Command.GiveBack(Claire, LeftReason.ConnectionLost)).State;
        var instead = new Instead(1, new Told(HoldKind.AgentLost, "Claire lost the connection; Arnaud takes over.", Arnaud));

        Assert.That(Kinds(Change(lost, new Command.Assign(Arnaud, lost.Version, instead))), Is.EqualTo(new[] { EntryKind.Hold, EntryKind.Joined }));
        var renamed = Change(lost, new Command.Tell(instead.Told, Card, lost.Version)).State;
        Assert.That(renamed.Expects, Is.EqualTo(2));
        Assert.That(Kinds(Change(renamed, new Command.Assign(Arnaud, renamed.Version, instead))), Is.EqualTo(new[] { EntryKind.Joined }), "it was said already");
    }

    [Test]
    public void Leaving_while_it_rings_ends_the_wait_and_the_offer()
    {
        var left = Change(Rings, new Command.Leave(Author.Visitor(7)));

        Assert.That((left.State.Status, left.State.OfferedTo), Is.EqualTo((Resolved, (long?)null)));
        Assert.That(left.Effects.OfType<Effect.RecordWait>().Single().How, Is.EqualTo(WaitEnding.Left));
        Assert.That(left.Effects.OfType<Effect.RecordOffer>().Single().How, Is.EqualTo(OfferEnd.Withdrawn));
    }

    [Test]
    public void What_has_ended_is_written_up_for_as_long_as_the_site_gives_and_holds_the_place_until_then()
    {
        var ended = Change(Assigned, new Command.Resolve(Author.Agent(1), "solved", null, false, WrapUpSeconds: 60));

        Assert.That((ended.State.Status, ended.State.AgentId, ended.State.WrapUpUntil), Is.EqualTo((Resolved, (long?)null, (long?)(Now + 60_000))));
        Assert.That((ended.State.TakesPlaceOf(Now + 59_999), ended.State.TakesPlaceOf(Now + 60_000)), Is.EqualTo(((long?)1, (long?)null)));
        Assert.That(ended.Effects, Does.Contain(new Effect.RecordHandleTime(42, 1, null, 30, 60, Now)));
        Assert.That(Change(Assigned, new Command.Leave(Author.Visitor(7), 60)).State.WrapUpUntil, Is.EqualTo(Now + 60_000), "the customer went");
        Assert.That(Change(Assigned, new Command.Resolve(Author.Agent(1), "solved", null, false)).State.WrapUpUntil, Is.Null, "the site gives no time");
        Assert.That(Change(Waits, new Command.Leave(Author.Visitor(7), 60)).State.WrapUpUntil, Is.Null, "nobody had it");
    }

    [Test]
    public void Only_the_agent_who_writes_it_up_is_ready_sooner_and_no_customer_sees_it()
    {
        var ended = Change(Assigned, new Command.Leave(Author.Visitor(7), 60)).State;
        var ready = (Decision.Change)ConversationRules.Decide(ended, 42, new Command.EndWrapUp(Author.Agent(1)), Now + 20_000);

        Assert.That((ready.State.TakesPlaceOf(Now + 20_000), ready.State.Version, ready.Entries.Single().Kind.IsInternal()), Is.EqualTo(((long?)null, ended.Version + 1, true)));
        Assert.That(ready.Effects.Single(), Is.EqualTo(new Effect.RecordWrapUp(42, Now, 20)));
        Assert.That(Refusal(ended, new Command.EndWrapUp(Author.Agent(2))), Is.EqualTo(RefusalCode.NotAssigned));
        Assert.That(Refusal(ready.State, new Command.EndWrapUp(Author.Agent(1))), Is.EqualTo(RefusalCode.NotAssigned), "once");
    }

    [Test]
    public void A_customer_who_writes_again_meanwhile_ends_the_wrap_up()
    {
        var ended = Change(Assigned, new Command.Leave(Author.Visitor(7), 60)).State;
        var again = (Decision.Change)ConversationRules.Decide(ended, 42, new Command.Say(Author.Visitor(7), 5, 1, "One more thing", null), Now + 20_000);

        Assert.That((again.State.Status, again.State.WrapUpUntil), Is.EqualTo((Waiting, (long?)null)));
        Assert.That(again.Effects.Single(), Is.EqualTo(new Effect.RecordWrapUp(42, Now, 20)));
    }

    private static Conversation Assigned => Waits.NotWaiting() with { Status = ConversationStatus.Assigned, AgentId = 1, LastAgentId = 1, AssignedAt = Now - 30_000 };

    private static Conversation Rings => Change(Waits, new Command.Offer(Claire, Now + 20_000, 1)).State;

    private static EntryKind[] Kinds(Decision.Change change) => [.. change.Entries.Select(e => e.Kind)];

    private static Decision.Change Change(Conversation state, Command command) =>
        ConversationRules.Decide(state, 42, command, Now) as Decision.Change ?? throw new AssertionException($"{command} was refused.");

    private static RefusalCode Refusal(Conversation state, Command command) =>
        (ConversationRules.Decide(state, 42, command, Now) as Decision.Refuse ?? throw new AssertionException($"{command} was not refused.")).Code;
}
