using System.Security.Cryptography;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using SupportHub.Storage;

namespace SupportHub.Lab;

/// <summary>How the Lab's hub differs from any other: quiet, and in a folder of its own.</summary>
public static class LabHub
{
    /// <summary>Shared by hub and mail server, which run in this one process: a new one at each start.</summary>
    public static string MailSecret { get; } = RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>What is given on the command line wins.</summary>
    public static string[] Arguments(string[] args, Uri address) =>
        [$"--urls={address}", $"--Storage:Folder={Path.Combine(ProjectFolder(), "data")}", .. args];

    public static void Configure(WebApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Warning",
                // A machine without IPv6 is told about at each start otherwise.
                ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel"] = "Error",
            },
        });

    public static string Folder(WebApplication hub) => hub.Services.GetRequiredService<IOptions<StorageOptions>>().Value.FullFolder;

    /// <summary>Beside the code in a checkout, wherever the command is given from.</summary>
    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lab.csproj")))
            folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
