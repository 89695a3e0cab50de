using Microsoft.Extensions.Options;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>Whole mails as they came, beside the attachments.</summary>
public sealed class RawMails(IOptions<StorageOptions> options)
{
    private readonly string _folder = Path.Combine(options.Value.FullFolder, "mails");

    /// <summary>On the disk before it returns.</summary>
    public async Task Keep(long id, ReadOnlyMemory<byte> raw, CancellationToken cancel)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
        await file.WriteAsync(raw, cancel);
        file.Flush(flushToDisk: true);
    }

    public void Forget(long id) => File.Delete(PathOf(id));

    /// <returns>Null where the file is gone.</returns>
    public async Task<byte[]?> Read(long id, CancellationToken cancel) => File.Exists(PathOf(id)) ? await File.ReadAllBytesAsync(PathOf(id), cancel) : null;

    private string PathOf(long id) => Path.Combine(_folder, $"{id & 0xff:x2}", $"{id}.eml");
}
