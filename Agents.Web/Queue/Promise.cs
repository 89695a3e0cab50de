using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Queue;

/// <summary>What a customer was told last about the wait.</summary>
/// <param name="At">When, Unix milliseconds.</param>
/// <param name="Text">In the words that the customer read.</param>
public sealed record Promise(Person? Agent, int? Place, int? FromMinutes, int? ToMinutes, long At, string? Text)
{
    /// <summary>The end of the announced range.</summary>
    public long? DueAt => At + ToMinutes * 60_000L;
}

public static class PromiseRules
{
    /// <summary>For as long as it is not redeemed: the customer waits, or has an agent who has not written yet.</summary>
    public static Promise? Standing(ConversationSummary? summary, IEnumerable<Entry> entries) => summary?.Status switch
    {
        ConversationStatus.Waiting when summary.Waiting is { } card => new Promise(card.Agent, card.Place, card.FromMinutes, card.ToMinutes, card.At, card.Text ?? LastSaid(entries)?.Body),
        ConversationStatus.Waiting or ConversationStatus.Assigned => LastSaid(entries) is { } said
            ? new Promise(said.Detail?.Agent, said.Detail?.Place, said.Detail?.FromMinutes, said.Detail?.ToMinutes, said.At, said.Body)
            : null,
        _ => null,
    };

    private static Entry? LastSaid(IEnumerable<Entry> entries)
    {
        Entry? said = null;
        foreach (var entry in entries)
        {
            if (entry is { Kind: EntryKind.Message, By: AuthorKind.Agent } or { Kind: EntryKind.Resolved })
                said = null;
            else if (entry.Kind == EntryKind.Hold && IsOfTheWait(entry.Detail?.Hold))
                said = entry;
        }
        return said;
    }

    // Said while somebody answers: that is no promise of when.
    private static bool IsOfTheWait(HoldKind? kind) => kind is not (HoldKind.AnsweredByOther or HoldKind.AgentLost);
}
