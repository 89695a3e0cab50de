using System.Text.Json.Serialization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Composer;

public enum UploadTrouble
{
    Failed,
    TooLarge,

    /// <summary>The page was left before the file was up; the browser gives no page the file of another.</summary>
    PageLeft,
}

/// <summary>A file beside a composer, before the message that carries it: on its way up, there, or in trouble.</summary>
/// <param name="Id">Names it on this page only.</param>
public sealed record Upload(int Id, string Name, Attachment? Done = null, UploadTrouble? Trouble = null)
{
    [JsonIgnore]
    public bool UnderWay => Done is null && Trouble is null;
}

/// <summary>Where the browser sends a file, and with what proof that it comes from this page.</summary>
public sealed record UploadTarget(int Id, string Address, string Token);
