namespace SupportHub.Storage;

/// <summary>Files that are named by an id, in a folder that the nodes share.</summary>
public sealed class FilesById(string folder, string extension, Ids ids)
{
    /// <summary>A new one. What is written is on the disk after <c>Flush(flushToDisk: true)</c>.</summary>
    public (long Id, FileStream File) Create()
    {
        while (true)
        {
            var id = ids.Next();
            var path = PathOf(id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                return (id, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another node drew the same id.
            }
        }
    }

    /// <returns>Null where the file is gone.</returns>
    public FileStream? Open(long id)
    {
        var path = PathOf(id);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous) : null;
    }

    public void Delete(long id) => File.Delete(PathOf(id));

    private string PathOf(long id) => Path.Combine(folder, $"{id & 0xff:x2}", $"{id}{extension}");
}
