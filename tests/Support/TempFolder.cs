namespace SupportHub.Tests;

/// <summary>A folder of a test's own, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder(string about = "test")
    {
        FullName = Directory.CreateTempSubdirectory($"supporthub-{about}-").FullName;
    }

    public string FullName { get; }

    public string this[string name] => Path.Combine(FullName, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(FullName, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may hold a file a moment longer; the system clears its temporary folder.
        }
    }
}
