using NUnit.Framework;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class ConversationListsTests
{
    private const long Me = 3;

    [TestCase(6, 50, false, Description = "An older head, though made later")]
    [TestCase(7, 90, false, Description = "The same head, made earlier")]
    [TestCase(7, 110, true)]
    [TestCase(8, 10, true)]
    public void A_summary_counts_by_its_head_and_then_by_when_it_was_made(int head, long at, bool taken)
    {
        var lists = new ConversationLists();
        lists.Fold(Line(1, head: 7, at: 100));
        Assert.That(lists.Fold(Line(1, head, at)), Is.EqualTo(taken));
    }

    [Test]
    public void Every_conversation_is_in_one_list_or_resolved()
    {
        var lists = new ConversationLists();
        lists.Reset(
        [
            Line(1, agent: Me), Line(2, agent: 9), Line(3, status: ConversationStatus.Waiting), Line(4, status: ConversationStatus.Resolved),
        ]);
        Assert.That(Ids(lists.Mine(Me)), Is.EqualTo(new[] { 1 }));
        Assert.That(Ids(lists.Others(Me)), Is.EqualTo(new[] { 2 }));
        Assert.That(Ids(lists.Queue), Is.EqualTo(new[] { 3 }));
    }

    [Test]
    public void The_queue_begins_with_who_waited_longest()
    {
        var lists = new ConversationLists();
        lists.Reset([Line(1, status: ConversationStatus.Waiting, queued: 500), Line(2, status: ConversationStatus.Waiting, queued: 100)]);
        Assert.That(Ids(lists.Queue), Is.EqualTo(new[] { 2, 1 }));
    }

    [Test]
    public void Mails_wait_behind_those_who_wait_in_front_of_a_screen_the_soonest_due_first()
    {
        var lists = new ConversationLists();
        lists.Reset(
        [
            Mail(1, queued: 100, due: 900), Mail(2, queued: 200, due: 800), Mail(3, queued: 50, due: null), Line(4, status: ConversationStatus.Waiting, queued: 500),
        ]);
        Assert.That(Ids(lists.Queue), Is.EqualTo(new[] { 4, 2, 1, 3 }));
    }

    [Test]
    public void Booked_calls_wait_below_those_who_wait_now_and_above_the_mails()
    {
        var now = new WaitingCard(null, default, [], 1, null, null, 0);
        var lists = new ConversationLists();
        lists.Reset(
        [
            Mail(1, queued: 10, due: 20), Booked(2, at: 900), Booked(3, at: 800), Booked(4, at: 100) with { Waiting = now }, Line(5, status: ConversationStatus.Waiting, queued: 500),
        ]);
        Assert.That(Ids(lists.Queue), Is.EqualTo(new[] { 4, 5, 3, 2, 1 }));
    }

    [Test]
    public void A_list_that_is_pointed_at_keeps_its_order_and_gains_at_its_end() =>
        Assert.That(ListOrder.Arrange([1, 2, 3], [4, 3, 1], still: true), Is.EqualTo(new long[] { 1, 3, 4 }));

    [Test]
    public void A_list_that_nobody_points_at_takes_the_order_it_should_have() =>
        Assert.That(ListOrder.Arrange([1, 2, 3], [4, 3, 1], still: false), Is.EqualTo(new long[] { 4, 3, 1 }));

    private static IEnumerable<long> Ids(IEnumerable<ConversationSummary> lines) => lines.Select(l => l.Id);

    private static ConversationSummary Mail(long id, long queued, long? due) =>
        Line(id, status: ConversationStatus.Waiting, queued: queued) with { Channel = ChannelKind.Email, AnswerBy = due };

    private static ConversationSummary Booked(long id, long at) =>
        Line(id, status: ConversationStatus.Waiting, queued: 1) with { Channel = ChannelKind.Phone, CallAt = at };

    private static ConversationSummary Line(
        long id, int head = 1, long at = 0, long? agent = null, ConversationStatus status = ConversationStatus.Assigned, long queued = 0) =>
        new(id, 1, null, status, agent, null, "fr", head, 0, 0, null, AuthorKind.Visitor, 0, 0, queued, null, true, null, at);
}
