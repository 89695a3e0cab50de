using Dapper;
using Microsoft.Extensions.Options;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Attachments;

/// <summary>Attachments: rows in the database, bytes in a folder that no web server serves.</summary>
public sealed class AttachmentStore(Database database, IOptions<StorageOptions> options, Ids ids, TimeProvider clock)
{
    private readonly string _folder = Path.Combine(options.Value.FullFolder, "attachments");

    /// <summary>Streams to disk. Returns null, and keeps nothing, where there are more bytes than <paramref name="limit"/>.</summary>
    public async Task<Attachment?> Save(long conversation, AuthorKind by, string name, Stream content, long limit, CancellationToken cancel)
    {
        var id = ids.Next();
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var kept = false;
        try
        {
            long size = 0;
            var start = new byte[FileTypes.Needed];
            var known = 0;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
            {
                var buffer = new byte[64 * 1024];
                int read;
                while ((read = await content.ReadAsync(buffer, cancel)) > 0)
                {
                    size += read;
                    if (size > limit)
                        return null;
                    var copied = Math.Min(read, start.Length - known);
                    buffer.AsSpan(0, copied).CopyTo(start.AsSpan(known));
                    known += copied;
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }
                file.Flush(flushToDisk: true);
            }
            var type = FileTypes.Of(start.AsSpan(0, known));
            await using var connection = await database.Open(cancel);
            await connection.ExecuteAsync(
                "INSERT INTO attachments (id, conversation_id, by_author, name, type, size, stored_at) VALUES (@id, @conversation, @by, @name, @type, @size, @now)",
                new { id, conversation, by = (int)by, name, type, size, now = clock.NowMs() });
            kept = true;
            return new Attachment(id, name, type, size);
        }
        finally
        {
            if (!kept)
                File.Delete(path);
        }
    }

    /// <summary>For a message: the attachment must have been uploaded to this conversation by this side.</summary>
    public async Task<Attachment?> Find(long id, long conversation, AuthorKind by)
    {
        var stored = await Find(id);
        return stored is not null && stored.ConversationId == conversation && stored.ByAuthor == (int)by ? stored.ToAttachment() : null;
    }

    public async Task<StoredAttachment?> Find(long id)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<StoredAttachment>(
            "SELECT id, conversation_id, by_author, name, type, size FROM attachments WHERE id = @id", new { id });
    }

    /// <summary>The bytes; null where the file is gone.</summary>
    public FileStream? Open(long id)
    {
        var path = PathOf(id);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous) : null;
    }

    private string PathOf(long id) => Path.Combine(_folder, $"{id & 0xff:x2}", $"{id}");
}

public sealed record StoredAttachment
{
    public long Id { get; init; }
    public long ConversationId { get; init; }
    public int ByAuthor { get; init; }
    public string Name { get; init; } = "";
    public string Type { get; init; } = "";
    public long Size { get; init; }

    public Attachment ToAttachment() => new(Id, Name, Type, Size);
}
