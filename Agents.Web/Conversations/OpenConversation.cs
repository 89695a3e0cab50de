using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

public enum Opening
{
    Loading,
    Open,

    /// <summary>There is no such conversation, or it is not this agent's to see.</summary>
    Unknown,
}

/// <summary>A conversation that this page looks at: its timeline and what surrounds it.</summary>
public sealed class OpenConversation(long id)
{
    public long Id { get; } = id;
    public Opening Opening { get; set; }
    public Timeline Timeline { get; } = new();
    public ConversationSummary? Summary { get; set; }
    public Customer? Customer { get; set; }
    public IReadOnlyList<ConversationSummary> Earlier { get; set; } = [];
    public int ReadByVisitor { get; set; }

    /// <summary>Where mails of it went when it was opened; see <see cref="Email.MailAddress"/>.</summary>
    public string? MailTo { get; private set; }
    public bool LoadingEarlier { get; set; }

    /// <summary>The hub pushes its entries to the connection that is up now.</summary>
    public bool Followed { get; set; }

    /// <summary>Who types, until when.</summary>
    public TypingPush? Typing { get; set; }
    public long TypingUntil { get; set; }
    public int ReadSent { get; set; }

    /// <summary>What comes after the last call is decided, and not offered any more.</summary>
    public bool CallSettled { get; set; }

    public void Fold(AgentConversation opened)
    {
        Opening = Opening.Open;
        if (Summary is null || !ConversationLists.IsOlder(opened.Summary, Summary))
            Summary = opened.Summary;
        (Customer, Earlier, MailTo) = (opened.Customer, opened.Earlier, opened.MailTo);
        ReadByVisitor = Math.Max(ReadByVisitor, opened.ReadByVisitor);
    }
}
