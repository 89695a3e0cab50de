namespace SupportHub.Tests;

/// <summary>Where this checkout is, and what its build made.</summary>
public static class Repository
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    public static string Root { get; } = Find();

    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Root, "artifacts")).FullName;

    /// <param name="project">Folder of the project, for example "deploy/Lab".</param>
    public static string Built(string project) =>
        Path.Combine(Root, project, "bin", Configuration, "net10.0", $"SupportHub.{Path.GetFileName(project)}.dll");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportHub.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run from inside a checkout; SupportHub.sln was not found.");
    }
}
