using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>
/// Tells the connections of this node. A push is a hint: it is never waited for, and a group whose receivers are slow is skipped
/// until it has drained, because its clients notice the gap and ask.
/// </summary>
public sealed class Pushes(IHubContext<VisitorHub, IVisitorClient> visitors, IHubContext<AgentHub, IAgentClient> agents)
{
    private const int PendingLimit = 64;
    private readonly ConcurrentDictionary<string, int> _pending = new();

    public void Entries(Committed committed)
    {
        var conversation = committed.State.Id;
        var all = committed.Entries;
        var open = all.All(e => !e.Kind.IsInternal()) ? all : [.. all.Where(e => !e.Kind.IsInternal())];
        if (open.Count > 0)
            ToVisitor(committed.State.VisitorId, c => c.Entries(new EntriesPush(conversation, committed.PublicAfter, open)));
        ToOpened(conversation, c => c.Entries(new EntriesPush(conversation, committed.After, all)));
    }

    public void ToVisitor(long visitor, Func<IVisitorClient, Task> push)
    {
        var group = Groups.Visitor(visitor);
        Send(group, () => push(visitors.Clients.Group(group)));
    }

    public void ToAgent(long agent, Func<IAgentClient, Task> push)
    {
        var group = Groups.Agent(agent);
        Send(group, () => push(agents.Clients.Group(group)));
    }

    public void ToOpened(long conversation, Func<IAgentClient, Task> push)
    {
        var group = Groups.Opened(conversation);
        Send(group, () => push(agents.Clients.Group(group)));
    }

    public void ToAgents(Func<IAgentClient, Task> push) =>
        Send(Groups.Everyone, () => push(agents.Clients.Group(Groups.Everyone)));

    private void Send(string group, Func<Task> push)
    {
        if (_pending.TryGetValue(group, out var pending) && pending >= PendingLimit)
            return;
        var sending = push();
        if (sending.IsCompleted)
            return;
        _pending.AddOrUpdate(group, 1, (_, n) => n + 1);
        _ = sending.ContinueWith(
            _ =>
            {
                if (_pending.AddOrUpdate(group, 0, (_, n) => n - 1) <= 0)
                    _pending.TryRemove(new KeyValuePair<string, int>(group, 0));
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
