using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Shared;
using static SupportHub.Shared.ConversationStatus;

namespace SupportHub.Unit.Conversations;

public sealed class ConversationRulesTests
{
    private const long Now = 1_790_000_000_000;
    private static readonly Author Customer = Author.Visitor(7);
    private static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    private static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);

    [Test]
    public void The_first_message_opens_a_conversation_that_waits()
    {
        var change = Change(null, Start("My site is down", name: "Marc"));

        Assert.That(change.State, Is.EqualTo(new Conversation
        {
            Id = 42, SiteId = 3, VisitorId = 7, StartSession = 99, Language = "fr", Status = Waiting, Version = 1, StartedAt = Now, QueuedAt = Now, WaitingSince = Now,
        }));
        Assert.That(change.Entries.Select(e => e.Kind), Is.EqualTo(new[] { EntryKind.Introduced, EntryKind.Message, EntryKind.Queued }));
        Assert.That(change.Effects, Is.EqualTo(new Effect[] { new Effect.NameVisitor(7, "Marc", null) }));
    }

    [Test]
    public void A_visitor_may_write_while_waiting_and_while_in_conversation()
    {
        foreach (var state in new[] { Waits(), With(Claire) })
            Assert.That(Change(state, Say(Customer)).State, Is.SameAs(state));
    }

    [Test]
    public void Writing_after_the_end_opens_the_same_matter_again()
    {
        var change = Change(Ended(), Say(Customer));

        Assert.That(change.State, Is.EqualTo(Ended() with { Status = Waiting, Version = 4, QueuedAt = Now, WaitingSince = Now, ResolvedAt = null, Outcome = null }));
        Assert.That(change.Entries.Select(e => e.Kind), Is.EqualTo(new[] { EntryKind.Message, EntryKind.Queued }));
    }

    [Test]
    public void Only_the_agent_who_has_the_conversation_answers()
    {
        Assert.That(Refusal(Waits(), Say(Author.Agent(1))), Is.EqualTo(RefusalCode.NotAssigned));
        Assert.That(Refusal(With(Claire), Say(Author.Agent(2))), Is.EqualTo(RefusalCode.NotAssigned));
        Assert.That(Refusal(Ended(), Say(Author.Agent(1))), Is.EqualTo(RefusalCode.Resolved));
        Assert.That(Change(With(Claire), Say(Author.Agent(1))).Entries.Single().By, Is.EqualTo(Author.Agent(1)));
    }

    [Test]
    public void Any_agent_may_leave_a_note_and_it_is_internal()
    {
        var entry = Change(With(Claire), new Command.Note(Author.Agent(2), 5, 1, "Seen before", null)).Entries.Single();

        Assert.That(entry.Kind.IsInternal(), Is.True);
    }

    [Test]
    public void An_assignment_counts_only_on_the_version_that_was_seen()
    {
        Assert.That(Refusal(Waits(), new Command.Assign(Claire, 0)), Is.EqualTo(RefusalCode.NotWaiting));
        Assert.That(Refusal(With(Claire), new Command.Assign(Arnaud, 2)), Is.EqualTo(RefusalCode.NotWaiting));
        Assert.That(Change(Waits(), new Command.Assign(Claire, 1)).State, Is.EqualTo(With(Claire)));
    }

    [Test]
    public void A_transfer_carries_its_reason_to_colleagues_and_not_to_the_customer()
    {
        var change = Change(With(Claire), new Command.HandOver(Author.Agent(1), Claire, Arnaud, null, null, "He knows billing", MayOverrule: false));

        Assert.That(change.State.AgentId, Is.EqualTo(2));
        Assert.That(change.Entries.Where(e => !e.Kind.IsInternal()).Select(e => e.Kind), Is.EqualTo(new[] { EntryKind.Left, EntryKind.Joined }));
        Assert.That(change.Entries.Where(e => !e.Kind.IsInternal()).Any(e => e.Body is not null || e.Detail?.Reason == "He knows billing"), Is.False);
        Assert.That(change.Effects, NUnit.Framework.Has.One.InstanceOf<Effect.RecordHandleTime>());
    }

    [Test]
    public void A_transfer_needs_exactly_one_target_and_a_reason()
    {
        Assert.That(Refusal(With(Claire), new Command.HandOver(Author.Agent(1), Claire, null, null, null, "why", false)), Is.EqualTo(RefusalCode.Invalid));
        Assert.That(Refusal(With(Claire), new Command.HandOver(Author.Agent(1), Claire, Arnaud, 5, "Billing", "why", false)), Is.EqualTo(RefusalCode.Invalid));
        Assert.That(Refusal(With(Claire), new Command.HandOver(Author.Agent(1), Claire, Arnaud, null, null, " ", false)), Is.EqualTo(RefusalCode.Invalid));
        Assert.That(Refusal(With(Claire), new Command.HandOver(Author.Agent(2), Claire, Arnaud, null, null, "why", false)), Is.EqualTo(RefusalCode.NotAssigned));
        Assert.That(Change(With(Claire), new Command.HandOver(Author.Agent(2), Claire, Arnaud, null, null, "why", true)).State.AgentId, Is.EqualTo(2));
    }

    [Test]
    public void Who_is_given_back_is_at_the_front_with_the_place_that_counts_from_the_start()
    {
        var state = With(Claire) with { StartedAt = Now - 60_000 };

        var change = Change(state, new Command.GiveBack(Claire, LeftReason.ConnectionLost));

        Assert.That(change.State.Status, Is.EqualTo(Waiting));
        Assert.That(change.State.QueuedAt, Is.EqualTo(Now - 60_000));
        Assert.That((change.State.WaitingSince, change.State.FrontSince, change.State.Expects), Is.EqualTo(((long?)Now, (long?)Now, (long?)Claire.Id)));
        Assert.That(Refusal(With(Arnaud), new Command.GiveBack(Claire, LeftReason.ConnectionLost)), Is.EqualTo(RefusalCode.NotAssigned));
    }

    [Test]
    public void The_outcome_is_for_staff_and_the_end_is_for_everyone()
    {
        var change = Change(With(Claire), new Command.Resolve(Author.Agent(1), "refunded", "Goodwill", MayOverrule: false));

        Assert.That(change.State, Is.EqualTo(Ended() with { Version = 3, ResolvedAt = Now, Outcome = "refunded" }));
        var seen = change.Entries.Single(e => !e.Kind.IsInternal());
        Assert.That((seen.Kind, seen.Body, seen.Detail), Is.EqualTo((EntryKind.Resolved, (string?)null, (EntryDetail?)null)));
        Assert.That(Refusal(Ended(), new Command.Resolve(Author.Agent(1), "solved", null, true)), Is.EqualTo(RefusalCode.Resolved));
    }

    [Test]
    public void A_stranger_is_told_that_there_is_no_such_conversation()
    {
        Command[] all = [Say(Author.Visitor(8)), new Command.Leave(Author.Visitor(8)), new Command.Introduce(Author.Visitor(8), "X", null), new Command.Rate(Author.Visitor(8), 0, null)];

        foreach (var command in all)
        {
            Assert.That(Refusal(With(Claire), command), Is.EqualTo(RefusalCode.UnknownConversation));
            Assert.That(Refusal(null, command), Is.EqualTo(RefusalCode.UnknownConversation));
        }
    }

    [TestCase("", RefusalCode.Empty)]
    [TestCase(" \n\t ", RefusalCode.Empty)]
    [TestCase(null, RefusalCode.Empty)]
    [TestCase("nul \0 inside", RefusalCode.TextInvalid)]
    public void Text_that_cannot_be_kept_is_refused(string? text, RefusalCode expected) =>
        Assert.That(Refusal(Waits(), new Command.Say(Customer, 5, 1, text, null)), Is.EqualTo(expected));

    [Test]
    public void Half_of_a_surrogate_pair_is_refused_wherever_it_stands()
    {
        // Not as test cases: an attribute's strings are UTF-8, which has no half pairs.
        foreach (var text in new[] { "half \ud83d pair", "half pair \ud83d", "\udc00 wrong way" })
            Assert.That(Refusal(Waits(), new Command.Say(Customer, 5, 1, text, null)), Is.EqualTo(RefusalCode.TextInvalid));
        Assert.That(Change(Waits(), new Command.Say(Customer, 5, 1, "a whole \ud83d\ude00 pair", null)).Entries, NUnit.Framework.Has.Count.EqualTo(1));
    }

    [Test]
    public void The_longest_text_is_taken_and_one_more_is_not()
    {
        Assert.That(Change(Waits(), new Command.Say(Customer, 5, 1, new string('x', Protocol.BodyLimit), null)).Entries, Has.Count.EqualTo(1));
        Assert.That(Refusal(Waits(), new Command.Say(Customer, 5, 1, new string('x', Protocol.BodyLimit + 1), null)), Is.EqualTo(RefusalCode.TooLong));
    }

    [Test]
    public void Every_change_of_state_writes_an_entry_so_that_the_sequence_is_the_arbiter()
    {
        Command[] commands =
        [
            Say(Customer), new Command.Assign(Claire, 1), new Command.Take(Author.Agent(1), Claire), new Command.GiveBack(Claire, "gone"), new Command.Leave(Customer),
            new Command.Resolve(Author.Agent(1), "solved", null, true), new Command.HandOver(Author.Agent(1), Claire, null, 5, "Billing", "why", true),
        ];
        foreach (var command in commands)
            foreach (var state in new[] { Waits(), With(Claire), Ended() })
                if (ConversationRules.Decide(state, 42, command, Now) is Decision.Change change && !ReferenceEquals(change.State, state))
                {
                    Assert.That(change.Entries, Is.Not.Empty, command.GetType().Name);
                    Assert.That(change.State.Version, Is.EqualTo(state.Version + 1), command.GetType().Name);
                }
    }

    private static Command.Start Start(string body, string? name = null) => new(Customer, 3, 99, null, null, "fr", body, name, null);

    private static Command.Say Say(Author by) => new(by, 5, 1, "Hello", null);

    private static Conversation Waits() => ((Decision.Change)ConversationRules.Decide(null, 42, Start("x"), Now)).State;

    private static Conversation With(Person agent) =>
        Waits() with { Status = Assigned, Version = 2, AgentId = agent.Id, LastAgentId = agent.Id, AssignedAt = Now, QueuedAt = null, WaitingSince = null };

    private static Conversation Ended() => With(Claire) with { Status = Resolved, Version = 3, AgentId = null, AssignedAt = null, ResolvedAt = Now, Outcome = "solved" };

    private static Decision.Change Change(Conversation? state, Command command) =>
        ConversationRules.Decide(state, 42, command, Now) as Decision.Change ?? throw new AssertionException($"{command} was refused.");

    private static RefusalCode Refusal(Conversation? state, Command command) =>
        (ConversationRules.Decide(state, 42, command, Now) as Decision.Refuse ?? throw new AssertionException($"{command} was not refused.")).Code;
}
