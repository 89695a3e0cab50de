using System.ComponentModel.DataAnnotations;

namespace SupportHub.Realtime;

/// <summary>Section <c>Limits</c>: how much one visitor or one address may use at once.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Open connections of one visitor: tabs.</summary>
    [Range(1, 1000)]
    public int ConnectionsPerVisitor { get; init; } = 20;

    /// <summary>Open connections of visitors from one address (see <see cref="Network"/>). An office behind one router is one address.</summary>
    [Range(1, 1_000_000)]
    public int ConnectionsPerAddress { get; init; } = 500;

    /// <summary>New visitors from one address in a minute.</summary>
    [Range(1, 1_000_000)]
    public int NewVisitorsPerMinute { get; init; } = 60;

    /// <summary>Largest attachment, in bytes.</summary>
    [Range(1, 1024L * 1024 * 1024)]
    public long AttachmentBytes { get; init; } = 10 * 1024 * 1024;
}
