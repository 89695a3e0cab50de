namespace SupportHub.Shared;

/// <summary>The numbers of the protocol that both sides must agree on. PROTOCOL.md explains them.</summary>
public static class Protocol
{
    /// <summary>Sent in every <c>Hello</c>; a server refuses a version that it does not speak.</summary>
    public const int Version = 1;

    /// <summary>Longest text of one message or note, in UTF-16 code units.</summary>
    public const int BodyLimit = 8_000;

    /// <summary>Longest name, topic title, reason or other single line, in UTF-16 code units.</summary>
    public const int LineLimit = 200;

    /// <summary>Entries in one page of <c>After</c> or <c>Before</c>, at most.</summary>
    public const int PageSize = 200;

    /// <summary>Largest frame the server reads, in bytes. A larger one ends the connection.</summary>
    public const int FrameLimit = 4 * 1024 * 1024;

    /// <summary>A change that a client was not told of is announced by a head within this many milliseconds, and one second more while people write.</summary>
    public const int HeadEveryMs = 10_000;

    public const string VisitorHubPath = "/hubs/visitor";
    public const string AgentHubPath = "/hubs/agent";
}
