using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Email;

/// <summary>How an answer reaches the customer.</summary>
public enum Way
{
    /// <summary>On the website: at once, or when the customer comes back.</summary>
    Chat,
    Mail,
}

/// <summary>How the next answer goes out, known before it is written.</summary>
/// <param name="Address">The customer's; absent where none is known.</param>
/// <param name="Online">The customer has the website open.</param>
public sealed record Reach(Way Way, string? Address, bool Online)
{
    /// <summary>Both ways are open: the agent may choose.</summary>
    public bool MayChoose => Online && Address is not null;

    /// <summary>Nobody reads the answer until the customer comes back to the website.</summary>
    public bool Waits => !Online && Address is null;

    /// <param name="from">The site's own address; absent where it has no mailbox: then there is nothing to say about mail.</param>
    /// <param name="address">The customer's.</param>
    /// <param name="chosen">What the agent chose in this conversation, which holds for as long as there is a choice.</param>
    public static Reach? Of(string? from, ConversationSummary? summary, string? address, Way? chosen)
    {
        if (from is null || summary is null)
            return null;
        var usual = address is not null && (!summary.Online || summary.Channel == ChannelKind.Email) ? Way.Mail : Way.Chat;
        var reach = new Reach(usual, address, summary.Online);
        return reach.MayChoose && chosen is { } way ? reach with { Way = way } : reach;
    }
}
