using NUnit.Framework;
using SupportHub.Email;
using SupportHub.Shared;

namespace SupportHub.Unit.Email;

/// <summary>From when until when a customer waited for an answer by mail.</summary>
public sealed class AnswerSpanTests
{
    [Test]
    public void It_begins_with_the_promise_or_the_first_mail_and_ends_with_the_answer_by_mail()
    {
        AnswerRow[] rows =
        [
            Customer(1, 100, byMail: false), Promise(1, 160), Customer(1, 200, byMail: true), Agent(1, 500), Agent(1, 510),
            Customer(1, 600, byMail: true), Customer(1, 700, byMail: true), Agent(1, 900),
        ];
        Assert.That(AnswerSpan.Of(rows, 5000).Select(s => (s.From, s.To)), Is.EqualTo(new[] { (160L, 500L), (600L, 900L) }));
    }

    [Test]
    public void What_was_said_in_the_chat_is_no_answer_by_mail_and_conversations_do_not_mix()
    {
        AnswerRow[] rows =
        [
            Customer(1, 100, byMail: false), Agent(1, 150), Customer(1, 160, byMail: true), Agent(1, 170) with { ByMail = false }, Agent(1, 900),
            Customer(2, 200, byMail: true), Customer(3, 250, byMail: false), Agent(3, 300),
        ];
        Assert.That(AnswerSpan.Of(rows, 5000), Is.Empty);
    }

    [Test]
    public void An_answer_that_is_late_counts_as_if_it_came_now_and_one_that_is_not_late_yet_or_is_owed_no_more_does_not_count()
    {
        AnswerRow[] rows =
        [
            .. Owed(4000, Customer(1, 100, byMail: true), Agent(1, 500), Customer(1, 600, byMail: true), Customer(1, 700, byMail: true)),
            .. Owed(5000, Customer(2, 200, byMail: true)),
            Customer(3, 300, byMail: true),
            .. Owed(4999, Promise(4, 400)),
        ];
        Assert.That(AnswerSpan.Of(rows, 5000).Select(s => (s.From, s.To)), Is.EqualTo(new[] { (100L, 500L), (600L, 5000L), (400L, 5000L) }));
    }

    private static IEnumerable<AnswerRow> Owed(long by, params IEnumerable<AnswerRow> rows) => rows.Select(row => row with { OwedBy = by });

    private static AnswerRow Customer(long conversation, long at, bool byMail) => Row(conversation, at) with { Author = AuthorKind.Visitor, ByMail = byMail };

    private static AnswerRow Agent(long conversation, long at) => Row(conversation, at) with { Author = AuthorKind.Agent, ByMail = true };

    private static AnswerRow Promise(long conversation, long at) => Row(conversation, at) with { Kind = EntryKind.Mailed };

    private static AnswerRow Row(long conversation, long at) => new() { SiteId = 1, ConversationId = conversation, Kind = EntryKind.Message, At = at };
}
