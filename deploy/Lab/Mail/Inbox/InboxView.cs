using SupportHub.Lab.Mail.Answers;
using SupportHub.Lab.Mail.Mailboxes;
using SupportHub.Lab.Mail.Outgoing;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>What one page shows.</summary>
/// <param name="All">Newest first.</param>
/// <param name="Address">The open mailbox.</param>
/// <param name="Now">In the zone of this machine.</param>
public sealed record InboxView(InboxWords Words, IReadOnlyList<MailCard> All, string? Address, InboxPane? Pane, DoorAnswer? Obstacle, DateTimeOffset Now)
{
    public IEnumerable<IGrouping<string, MailCard>> Mailboxes => All.GroupBy(card => card.Address);

    public IEnumerable<MailCard> Cards => All.Where(card => card.Address == Address);

    public int Unread => All.Count(card => card.Unread);

    public DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Now.Offset);

    public string? Problem => Obstacle switch
    {
        null => null,
        DoorAnswer.NotTrusted => Words.NotTrusted,
        DoorAnswer.Later => Words.NotNow,
        _ => Words.NotThere,
    };
}

/// <summary>The right side of the page.</summary>
public abstract record InboxPane;

public sealed record Reading(ReadMail Open, bool AsText) : InboxPane;

/// <param name="Text">What stands in the field.</param>
/// <param name="Quotes">What each program would put below.</param>
/// <param name="Fault">Why it was not sent.</param>
public sealed record Answering(ReadMail Open, string Text, QuotingStyle Style, IReadOnlyDictionary<QuotingStyle, string> Quotes, string? Fault) : InboxPane;

/// <param name="Known">The hub's addresses.</param>
/// <param name="Fault">Why it was not sent.</param>
public sealed record Writing(string From, string To, string Subject, string Text, IReadOnlyList<string> Known, string? Fault) : InboxPane;

public sealed record Missing : InboxPane;
