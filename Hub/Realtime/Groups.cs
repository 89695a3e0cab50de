namespace SupportHub.Realtime;

/// <summary>Names of SignalR's groups. Only the server joins connections to them.</summary>
internal static class Groups
{
    /// <summary>On the agents' hub: every console.</summary>
    public const string Everyone = "agents";

    /// <summary>On the visitors' hub: all tabs of one visitor.</summary>
    public static string Visitor(long visitor) => $"v{visitor}";

    /// <summary>On the agents' hub: all consoles of one agent.</summary>
    public static string Agent(long agent) => $"a{agent}";

    /// <summary>On the agents' hub: the consoles that have the conversation open.</summary>
    public static string Opened(long conversation) => $"c{conversation}";
}
