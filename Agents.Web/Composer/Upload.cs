using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

/// <summary>A file on its way up, before the message that carries it.</summary>
public sealed class Upload(int id, string name)
{
    public int Id { get; } = id;
    public string Name { get; } = name;
    public Attachment? Done { get; set; }

    /// <summary>A sentence for the reader.</summary>
    public string? Trouble { get; set; }
}

/// <summary>Where the browser sends a file, and with what proof that it comes from this page.</summary>
public sealed record UploadTarget(string Address, string Token);
