using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SupportHub.Agents;

namespace SupportHub.Realtime;

/// <summary>The consoles connected to this node, so that an account that was disabled or signed out loses its sockets too.</summary>
public sealed class AgentConnections(AgentDirectory agents)
{
    private readonly ConcurrentDictionary<string, (HubCallerContext Context, long Agent, string Stamp)> _all = new();

    /// <summary>Aborts what is no longer valid. Runs after each change of an account.</summary>
    public void EndInvalid()
    {
        foreach (var (context, agent, stamp) in _all.Values)
            if (agents.Find(agent) is not { DisabledAt: null } account || account.SecurityStamp != stamp)
                context.Abort();
    }

    public void Add(HubCallerContext context, AgentAccount account)
    {
        _all[context.ConnectionId] = (context, account.Id, account.SecurityStamp);
        EndInvalid();
    }

    public void Remove(string connection) => _all.TryRemove(connection, out _);
}
