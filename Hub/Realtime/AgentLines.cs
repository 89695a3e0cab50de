using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;

namespace SupportHub.Realtime;

/// <summary>The consoles connected to this node: by agent, and by the conversations that each has open.</summary>
public sealed class AgentLines(ILogger<DefaultHubLifetimeManager<AgentHub>> log) : DefaultHubLifetimeManager<AgentHub>(log)
{
    private const long All = 0;
    private readonly ConcurrentDictionary<string, (HubConnectionContext Line, ConcurrentDictionary<long, bool> Opened)> _lines = new();
    private readonly LineSet _byAgent = new();
    private readonly LineSet _byConversation = new();
    private readonly LineSet _greeted = new();

    public IReadOnlyList<HubConnectionContext> Everyone => _greeted.Of(All);

    public IReadOnlyList<HubConnectionContext> Of(long agent) => _byAgent.Of(agent);

    public IReadOnlyList<HubConnectionContext> Opened(long conversation) => _byConversation.Of(conversation);

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        _lines[connection.ConnectionId] = (connection, new());
        _byAgent.Add(connection.User.AgentId()!.Value, connection);
    }

    /// <summary>From now on the console hears what everyone hears.</summary>
    public void Greet(string connection)
    {
        if (_lines.TryGetValue(connection, out var known))
            Add(_greeted, All, known.Line);
    }

    public void Open(string connection, long conversation)
    {
        if (_lines.TryGetValue(connection, out var known) && known.Opened.TryAdd(conversation, true))
            Add(_byConversation, conversation, known.Line);
    }

    public void Close(string connection, long conversation)
    {
        if (_lines.TryGetValue(connection, out var known) && known.Opened.TryRemove(conversation, out _))
            _byConversation.Remove(conversation, known.Line);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (_lines.TryRemove(connection.ConnectionId, out var known))
            foreach (var conversation in known.Opened.Keys)
                _byConversation.Remove(conversation, connection);
        _greeted.Remove(All, connection);
        _byAgent.Remove(connection.User.AgentId()!.Value, connection);
        await base.OnDisconnectedAsync(connection);
    }

    /// <summary>A call may still run while its connection ends: then the end did not see what it adds.</summary>
    private void Add(LineSet lines, long id, HubConnectionContext line)
    {
        lines.Add(id, line);
        if (!_lines.ContainsKey(line.ConnectionId))
            lines.Remove(id, line);
    }
}
