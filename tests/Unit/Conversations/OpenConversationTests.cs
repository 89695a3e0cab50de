using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Unit.Conversations;

public sealed class OpenConversationTests
{
    [Test]
    public void Counts_what_the_visitor_wrote_since_an_agent_looked()
    {
        var row = Row().With(Message(1, AuthorKind.Visitor)).With(Message(2, AuthorKind.Agent)).With(Message(3, AuthorKind.Visitor));

        Assert.That(row.UnreadCount, Is.EqualTo(2));
        Assert.That(row.ReadTo(AuthorKind.Agent, 1).UnreadCount, Is.EqualTo(1));
        Assert.That(row.ReadTo(AuthorKind.Agent, 3).UnreadCount, Is.Zero);
    }

    [Test]
    public void Read_marks_never_go_back_and_never_beyond_what_is_there()
    {
        var row = Row().With(Message(1, AuthorKind.Agent)).With(Message(2, AuthorKind.Agent)).ReadTo(AuthorKind.Visitor, 2);

        Assert.That(row.ReadTo(AuthorKind.Visitor, 1), Is.SameAs(row));
        Assert.That(row.ReadTo(AuthorKind.Visitor, 900).ReadByVisitor, Is.EqualTo(2));
    }

    [Test]
    public void Notes_move_the_internal_head_and_leave_the_public_one()
    {
        var row = Row().With(Message(1, AuthorKind.Visitor)).With(new Entry(2, EntryKind.Note, AuthorKind.Agent, 1, "psst", null, 5));

        Assert.That((row.Seq, row.PublicSeq, row.Preview), Is.EqualTo((2, 1, "text 1")));
    }

    [Test]
    public void Keeps_the_newest_hundred_of_what_nobody_read()
    {
        var row = Row();
        for (var seq = 1; seq <= 250; seq++)
            row = row.With(Message(seq, AuthorKind.Visitor));

        Assert.That(row.UnreadCount, Is.EqualTo(100));
        Assert.That(row.ReadTo(AuthorKind.Agent, 249).UnreadCount, Is.EqualTo(1));
    }

    [Test]
    public void A_preview_does_not_cut_a_character_in_two()
    {
        var text = new string('x', 139) + "😀 and more";

        var preview = Row().With(Message(1, AuthorKind.Visitor) with { Body = text }).Preview!;

        Assert.That(preview, Is.EqualTo(new string('x', 139) + "…"));
    }

    private static OpenConversation Row() => new() { State = new Conversation { Id = 1 } };

    private static Entry Message(int seq, AuthorKind by) => new(seq, EntryKind.Message, by, by == AuthorKind.Agent ? 1 : null, $"text {seq}", null, seq);
}
