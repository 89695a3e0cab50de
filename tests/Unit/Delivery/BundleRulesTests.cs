using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Delivery;

namespace SupportHub.Unit.Delivery;

/// <summary>Which messages go out as one mail.</summary>
public sealed class BundleRulesTests
{
    private const long Megabyte = 1024 * 1024;
    private static readonly WaitingMessage First = Message(1, 0);

    [Test]
    public void What_an_agent_wrote_in_one_go_goes_together_and_what_came_later_does_not() =>
        Assert.That(Together(First, Message(2, 4000), Message(3, 9000), Message(4, 14_001), Message(5, 14_002)), Is.EqualTo(new[] { 1, 2, 3 }));

    [Test]
    public void Another_agent_another_recipient_or_another_kind_of_mail_ends_it()
    {
        Assert.That(Together(First, Message(2, 100) with { AgentId = 8 }, Message(3, 200)), Is.EqualTo(new[] { 1 }));
        Assert.That(Together(First, With(Message(2, 100), r => r with { Recipient = "other@customer.example" }), Message(3, 200)), Is.EqualTo(new[] { 1 }));
        Assert.That(Together(First, With(Message(2, 100), r => r with { Kind = PostKind.Transcript }), Message(3, 200)), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void What_was_tried_as_a_mail_of_its_own_stays_one() =>
        Assert.That(Together(First, With(Message(2, 100), r => r with { Lead = 2 })), Is.EqualTo(new[] { 1 }));

    [Test]
    public void Files_go_together_as_far_as_servers_take_them_and_one_alone_always()
    {
        Assert.That(Together(First with { FileBytes = 8 * Megabyte }, Message(2, 100) with { FileBytes = 7 * Megabyte }, Message(3, 200) with { FileBytes = 1 }), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(Together(First with { FileBytes = 30 * Megabyte }, Message(2, 100)), Is.EqualTo(new[] { 1 }));
        Assert.That(Together([.. Enumerable.Range(1, 50).Select(i => Message(i, i))]), Has.Count.EqualTo(BundleRules.Most));
    }

    private static IReadOnlyList<int> Together(params WaitingMessage[] waiting) => [.. BundleRules.Together(waiting).Select(m => m.Row.Seq)];

    private static WaitingMessage With(WaitingMessage message, Func<PostRow, PostRow> change) => message with { Row = change(message.Row) };

    private static WaitingMessage Message(int seq, long at) =>
        new(new PostRow { ConversationId = 7, Seq = seq, Kind = PostKind.Mail, Recipient = "marc@customer.example", CreatedAt = at }, AgentId: 2, FileBytes: 0);
}
