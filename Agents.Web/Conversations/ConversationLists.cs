using SupportHub.AgentsWeb.Calls;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Conversations;

/// <summary>The agents' lists: a summary for each conversation that is not resolved.</summary>
public sealed class ConversationLists
{
    private readonly Dictionary<long, ConversationSummary> _all = [];

    public ConversationSummary? Find(long id) => _all.GetValueOrDefault(id);

    public void Reset(IEnumerable<ConversationSummary> open)
    {
        _all.Clear();
        foreach (var summary in open)
            _all[summary.Id] = summary;
    }

    /// <summary>Returns false for a line older than the one held: pushes may overtake each other.</summary>
    public bool Fold(ConversationSummary summary)
    {
        if (_all.TryGetValue(summary.Id, out var held) && IsOlder(summary, held))
            return false;
        _all[summary.Id] = summary;
        return true;
    }

    public static bool IsOlder(ConversationSummary one, ConversationSummary held) =>
        one.Head < held.Head || (one.Head == held.Head && one.At < held.At);

    /// <summary>The newest first.</summary>
    public IEnumerable<ConversationSummary> Mine(long me) =>
        Assigned.Where(c => c.AgentId == me).OrderByDescending(c => c.LastAt).ThenBy(c => c.Id);

    /// <summary>Who waits now comes first, longest first; then who is called at a time; then those who wait for a mail. Soonest due first.</summary>
    public IEnumerable<ConversationSummary> Queue =>
        _all.Values.Where(c => c.Status == ConversationStatus.Waiting)
            .OrderBy(c => c.Channel == ChannelKind.Email ? 2 : CallStanding.IsBooked(c) ? 1 : 0)
            .ThenBy(c => c.Channel == ChannelKind.Email ? c.AnswerBy ?? long.MaxValue : CallStanding.IsBooked(c) ? c.CallAt : 0)
            .ThenBy(c => c.QueuedAt ?? c.StartedAt).ThenBy(c => c.Id);

    public IEnumerable<ConversationSummary> Others(long me) =>
        Assigned.Where(c => c.AgentId != me).OrderByDescending(c => c.LastAt).ThenBy(c => c.Id);

    private IEnumerable<ConversationSummary> Assigned => _all.Values.Where(c => c.Status == ConversationStatus.Assigned);
}
