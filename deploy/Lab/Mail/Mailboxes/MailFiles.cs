using MimeKit;

namespace SupportHub.Lab.Mail.Mailboxes;

/// <summary>
/// The folders on the disk: <c>{address}/{id}.eml</c> is what was received (with an empty <c>{id}.read</c> beside it once it was opened), and below
/// <c>outgoing</c>, <c>sent</c> and <c>refused</c> lies what was written. A file has its final name when all of it is on the disk, and not before.
/// </summary>
public sealed class MailFiles(string folder)
{
    private const string Unfinished = ".part";

    public string PathOf(MailCard card) => Path.Combine(TrayFolder(card.Address, card.Tray), card.Id + ".eml");

    /// <summary>For a mail that is being received; gone when it is closed.</summary>
    public FileStream Incoming() => new(
        Path.Combine(Directory.CreateDirectory(folder).FullName, Guid.NewGuid().ToString("N") + Unfinished),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

    /// <param name="write">Writes the whole mail.</param>
    public async Task<MailCard> Write(string address, string id, Tray tray, Func<Stream, Task> write)
    {
        var path = Path.Combine(Directory.CreateDirectory(TrayFolder(address, tray)).FullName, id + ".eml");
        await using (var file = new FileStream(path + Unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous))
        {
            await write(file);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + Unfinished, path);
        return Card(address, tray, path);
    }

    public MailCard Move(MailCard card, Tray tray)
    {
        var moved = card with { Tray = tray };
        Directory.CreateDirectory(TrayFolder(card.Address, tray));
        File.Move(PathOf(card), PathOf(moved), overwrite: true);
        return moved;
    }

    public void MarkRead(MailCard card) => File.WriteAllBytes(ReadMark(PathOf(card)), []);

    /// <summary>Everything there is, and nothing that a killed process left half-way.</summary>
    public IEnumerable<MailCard> All()
    {
        foreach (var half in Directory.CreateDirectory(folder).EnumerateFiles("*" + Unfinished, SearchOption.AllDirectories))
            half.Delete();
        return from mailbox in Directory.EnumerateDirectories(folder)
               let address = MailboxName.Address(Path.GetFileName(mailbox))
               from tray in Enum.GetValues<Tray>()
               where Directory.Exists(TrayFolder(address, tray))
               from path in Directory.EnumerateFiles(TrayFolder(address, tray), "*.eml")
               where MailStamp.TryTime(Path.GetFileNameWithoutExtension(path)) is not null
               select Card(address, tray, path);
    }

    private static MailCard Card(string address, Tray tray, string path)
    {
        var id = Path.GetFileNameWithoutExtension(path);
        return MailCard.Of(address, id, tray, MailStamp.TryTime(id)!.Value, File.Exists(ReadMark(path)), Headers(path));
    }

    private static HeaderList Headers(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return HeaderList.Load(file);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static string ReadMark(string path) => Path.ChangeExtension(path, ".read");

    private string TrayFolder(string address, Tray tray)
    {
        var mailbox = Path.Combine(folder, MailboxName.TryFolder(address) ?? throw new PathTooLongException(address));
        return tray == Tray.Received ? mailbox : Path.Combine(mailbox, tray.ToString().ToLowerInvariant());
    }
}
