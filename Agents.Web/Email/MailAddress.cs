using SupportHub.AgentsWeb.Conversations;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Email;

public static class MailAddress
{
    /// <summary>Where the server sends the next mail of the conversation, as far as this page knows.</summary>
    public static string? Of(OpenConversation open) => Of(open.Timeline.Entries, open.MailTo, open.Customer?.Email);

    /// <param name="entries">The newest of the timeline; what they tell is newer than the rest.</param>
    /// <param name="mailTo">Where it went when the conversation was opened.</param>
    /// <param name="told">The address that the customer gave.</param>
    public static string? Of(IEnumerable<Entry> entries, string? mailTo, string? told)
    {
        foreach (var entry in entries)
        {
            mailTo = Sent(entry) ?? mailTo;
            if (entry is { Kind: EntryKind.Introduced, Detail.Email: { } email })
                told = email;
        }
        return mailTo ?? told;
    }

    private static string? Sent(Entry entry) => entry switch
    {
        { Kind: EntryKind.Mailed } => entry.Detail?.Email,
        { Kind: EntryKind.Message, By: AuthorKind.Agent } => entry.Detail?.Mail?.Address,
        // An agent had a mail sent again, to another address.
        { Kind: EntryKind.Introduced, By: AuthorKind.Agent } => entry.Detail?.Email,
        _ => null,
    };
}
