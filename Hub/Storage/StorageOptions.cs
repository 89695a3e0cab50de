using System.ComponentModel.DataAnnotations;

namespace SupportHub.Storage;

/// <summary>Section <c>Storage</c>: where everything is kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A PostgreSQL connection string. Absent: SQLite, in <see cref="Folder"/>.</summary>
    public string? Postgres { get; init; }

    /// <summary>Folder of the SQLite file and of attachments; relative to where the process starts.</summary>
    [Required, MinLength(1)]
    public string Folder { get; init; } = "data";

    public string FullFolder => Folder.Length == 0 ? "" : Path.GetFullPath(Folder);
}
