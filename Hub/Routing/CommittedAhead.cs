using System.Collections.Concurrent;
using SupportHub.Conversations;

namespace SupportHub.Routing;

/// <summary>
/// Gives commands to the journal and knows at once what they led to: the feed brings it a moment later, and the next round must not decide
/// on what is outdated. The rules are pure, so the state after a command can be computed here as well.
/// </summary>
public sealed class CommittedAhead(Journal journal, OpenConversations conversations)
{
    private readonly ConcurrentDictionary<long, Conversation> _states = new();

    /// <returns>The row as it is known here, or newer.</returns>
    public OpenConversation Row(OpenConversation row)
    {
        if (!_states.TryGetValue(row.State.Id, out var ahead))
            return row;
        if (row.State.Version < ahead.Version)
            return row with { State = ahead };
        _states.TryRemove(row.State.Id, out _);
        return row;
    }

    public async Task<Outcome> Do(OpenConversation row, Command command)
    {
        var outcome = await journal.Submit(row.State.Id, command);
        if (outcome.Refusal is null && ConversationRules.Decide(row.State, row.State.Id, command, outcome.At) is Decision.Change change)
            _states[row.State.Id] = change.State;
        else if (outcome.Refusal is { RetryAfterMs: null })
            // It is another by now than was believed: perhaps another node's commit was missed.
            await conversations.Reload(row.State.Id);
        return outcome;
    }
}
