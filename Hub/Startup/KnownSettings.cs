using System.Reflection;

namespace SupportHub.Startup;

/// <summary>Every setting there is: the sections of our own options, and what the host itself reads.</summary>
/// <param name="Sections">Names of the settings, by section.</param>
/// <param name="HostKeys">Read by ASP.NET Core; what is below them is its business.</param>
public sealed record KnownSettings(IReadOnlyDictionary<string, IReadOnlyList<string>> Sections, IReadOnlyList<string> HostKeys)
{
    private static readonly string[] OfTheHost =
    [
        "Logging", "Kestrel", "Urls", "AllowedHosts", "http_ports", "https_ports", "https_port", "environment", "contentRoot", "webroot",
        "applicationName", "startupAssembly", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup",
        "captureStartupErrors", "detailedErrors", "suppressStatusMessages", "shutdownTimeoutSeconds", "preferHostingUrls", "staticWebAssets",
        "ForwardedHeaders_Enabled", "hostBuilder", "ReloadStaticAssetsAtRuntime", "EnableStaticAssetsDevelopmentCaching",
    ];

    public IEnumerable<string> TopLevel => Sections.Keys.Concat(HostKeys);

    /// <summary>Our options are the types with a constant <c>Section</c>, in this program and in what runs it.</summary>
    public static KnownSettings OfThisProgram() => new(
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => a.GetName().Name?.StartsWith("SupportHub.", StringComparison.Ordinal) == true)
            .SelectMany(a => a.GetTypes())
            .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && SectionOf(t) is not null)
            .ToDictionary(
                t => SectionOf(t)!,
                t => (IReadOnlyList<string>)[.. t.GetProperties().Where(p => p.CanWrite).Select(p => p.Name)],
                StringComparer.OrdinalIgnoreCase),
        OfTheHost);

    public static string? SectionOf(Type options) =>
        options.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string;
}
