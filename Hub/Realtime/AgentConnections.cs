using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SupportHub.Agents;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>The consoles connected to this node, so that an account that was disabled or signed out loses its sockets too.</summary>
public sealed class AgentConnections(AgentDirectory agents, IHubContext<AgentHub, IAgentClient> hub)
{
    private readonly ConcurrentDictionary<string, (HubCallerContext Context, long Agent, string Stamp)> _all = new();

    /// <summary>Ends what is no longer valid. Runs after each change of an account.</summary>
    public void EndInvalid()
    {
        foreach (var (context, agent, stamp) in _all.Values)
            if (agents.Find(agent) is not { DisabledAt: null } account || account.SecurityStamp != stamp)
                _ = End(context);
    }

    public void Add(HubCallerContext context, AgentAccount account)
    {
        _all[context.ConnectionId] = (context, account.Id, account.SecurityStamp);
        EndInvalid();
    }

    public void Remove(string connection) => _all.TryRemove(connection, out _);

    /// <summary>Says why, if the line takes it at once; a client that does not read must not keep the connection.</summary>
    private async Task End(HubCallerContext context)
    {
        try
        {
            await hub.Clients.Client(context.ConnectionId).SignedOut().WaitAsync(TimeSpan.FromSeconds(1));
        }
        catch (TimeoutException)
        {
            // It does not read.
        }
        context.Abort();
    }
}
