using Microsoft.AspNetCore.SignalR;

namespace SupportHub.Realtime;

/// <summary>The visitors' connections to this node, by visitor: all tabs of one hear the same. SignalR's groups would cost each idle visitor a kilobyte.</summary>
public sealed class VisitorLines(ILogger<DefaultHubLifetimeManager<VisitorHub>> log) : DefaultHubLifetimeManager<VisitorHub>(log)
{
    private readonly LineSet _byVisitor = new();

    /// <summary>A visitor came to this node, or left it.</summary>
    public event Action<long, bool>? Changed;

    public IReadOnlyList<HubConnectionContext> Of(long visitor) => _byVisitor.Of(visitor);

    public IEnumerable<long> Visitors => _byVisitor.Ids;

    public bool Has(long visitor) => _byVisitor.Has(visitor);

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        var visitor = connection.User.Visitor().Visitor;
        if (_byVisitor.Add(visitor, connection))
            Changed?.Invoke(visitor, true);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        var visitor = connection.User.Visitor().Visitor;
        if (_byVisitor.Remove(visitor, connection))
            Changed?.Invoke(visitor, false);
        await base.OnDisconnectedAsync(connection);
    }
}
