using Dapper;
using Microsoft.Extensions.Options;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Attachments;

/// <summary>Attachments: rows in the database, bytes in a folder that no web server serves.</summary>
public sealed class AttachmentStore(Database database, IOptions<StorageOptions> options, Ids ids, TimeProvider clock)
{
    private readonly FilesById _files = new(Path.Combine(options.Value.FullFolder, "attachments"), "", ids);

    /// <summary>Streams to disk. Returns null, and keeps nothing, where there are more bytes than <paramref name="limit"/>.</summary>
    public async Task<Attachment?> Save(long conversation, AuthorKind by, string name, Stream content, long limit, CancellationToken cancel)
    {
        var (id, created) = _files.Create();
        var kept = false;
        try
        {
            long size = 0;
            var start = new byte[FileTypes.Needed];
            var known = 0;
            await using (var file = created)
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
                _files.Delete(id);
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
    public FileStream? Open(long id) => _files.Open(id);
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
