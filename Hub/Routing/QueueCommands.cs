using SupportHub.Conversations;

namespace SupportHub.Routing;

/// <summary>
/// Gives the queue's commands to the journal, which answers when the row in memory has what it led to: so the next round decides on that. A
/// refusal means that the row is another than was believed, because another node's commit was missed: it is read again.
/// </summary>
public sealed class QueueCommands(Journal journal, OpenConversations conversations)
{
    public async Task<Outcome> Do(OpenConversation row, Command command)
    {
        var outcome = await journal.Submit(row.State.Id, command);
        if (outcome.Refusal is { RetryAfterMs: null })
            await conversations.Reload(row.State.Id);
        return outcome;
    }
}
