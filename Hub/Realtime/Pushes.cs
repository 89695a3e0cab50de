using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>
/// Tells the connections of this node. A push is a hint: it is never waited for, and a connection that does not take what it is sent is
/// skipped until it has, because its client notices the gap and asks. Each push is written out once, however many hear it.
/// </summary>
public sealed class Pushes(VisitorLines visitors, AgentLines agents)
{
    private const int PendingLimit = 64;
    private readonly ConcurrentDictionary<HubConnectionContext, int> _pending = new();

    public void Entries(Committed committed)
    {
        var (conversation, all) = (committed.State.Id, committed.Entries);
        var toAgents = Message(nameof(IAgentClient.Entries), new EntriesPush(conversation, committed.After, all));
        Send(agents.Opened(conversation), toAgents);

        var open = all.All(e => !e.Kind.IsInternal()) ? all : [.. all.Where(e => !e.Kind.IsInternal())];
        if (open.Count == 0)
            return;
        var same = open.Count == all.Count && committed.PublicAfter == committed.After;
        Send(visitors.Of(committed.State.VisitorId), same ? toAgents : Message(nameof(IVisitorClient.Entries), new EntriesPush(conversation, committed.PublicAfter, open)));
    }

    /// <param name="method">A method of <see cref="IVisitorClient"/>.</param>
    public void ToVisitor(long visitor, string method, object push) => Send(visitors.Of(visitor), method, push);

    /// <param name="method">A method of <see cref="IAgentClient"/>.</param>
    public void ToAgent(long agent, string method, object push) => Send(agents.Of(agent), method, push);

    /// <param name="method">A method of <see cref="IAgentClient"/>.</param>
    public void ToOpened(long conversation, string method, object push) => Send(agents.Opened(conversation), method, push);

    /// <param name="method">A method of <see cref="IAgentClient"/>.</param>
    public void ToAgents(string method, object push) => Send(agents.Everyone, method, push);

    private void Send(IReadOnlyList<HubConnectionContext> lines, string method, object push)
    {
        if (lines.Count > 0)
            Send(lines, Message(method, push));
    }

    /// <summary>Written out at the first connection that takes it, once for each protocol.</summary>
    private static SerializedHubMessage Message(string method, object push) => new(new InvocationMessage(method, [push]));

    private void Send(IReadOnlyList<HubConnectionContext> lines, SerializedHubMessage message)
    {
        foreach (var line in lines)
            Send(line, message);
    }

    private void Send(HubConnectionContext line, SerializedHubMessage message)
    {
        if (_pending.TryGetValue(line, out var pending) && pending >= PendingLimit)
            return;
        var sending = line.WriteAsync(message);
        if (sending.IsCompleted)
            return;
        _pending.AddOrUpdate(line, 1, (_, n) => n + 1);
        _ = sending.AsTask().ContinueWith(
            _ =>
            {
                if (_pending.AddOrUpdate(line, 0, (_, n) => n - 1) <= 0)
                    _pending.TryRemove(new(line, 0));
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
