using Microsoft.Extensions.Options;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>Whole mails as they came, beside the attachments.</summary>
public sealed class RawMails(IOptions<StorageOptions> options, Ids ids)
{
    private readonly FilesById _files = new(Path.Combine(options.Value.FullFolder, "mails"), ".eml", ids);

    /// <summary>On the disk before it returns.</summary>
    /// <returns>The mail's id.</returns>
    public async Task<long> Keep(ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        var (id, created) = _files.Create();
        await using var file = created;
        await file.WriteAsync(raw, cancel);
        file.Flush(flushToDisk: true);
        return id;
    }

    public void Forget(long id) => _files.Delete(id);

    /// <returns>Null where the file is gone.</returns>
    public async Task<byte[]?> Read(long id, CancellationToken cancel)
    {
        await using var file = _files.Open(id);
        if (file is null)
            return null;
        var raw = new byte[file.Length];
        await file.ReadExactlyAsync(raw, cancel);
        return raw;
    }
}
