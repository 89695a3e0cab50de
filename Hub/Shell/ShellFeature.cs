using SupportHub.Agents;

namespace SupportHub.Shell;

/// <summary>Serves the agents' console.</summary>
public static partial class ShellFeature
{
    public static void AddShell(this WebApplicationBuilder builder, string folder)
    {
        // Outside Development, and under hosts of other names (the Lab, a test), the console's files would not be found by themselves.
        if (Manifest(folder, builder.Environment, "runtime") is { } runtime)
        {
            builder.Configuration[WebHostDefaults.StaticWebAssetsKey] = runtime;
            builder.WebHost.UseStaticWebAssets();
        }
        builder.Services.AddRazorComponents().AddInteractiveWebAssemblyComponents();
    }

    public static void MapShell(this WebApplication app, string folder)
    {
        var endpoints = Manifest(folder, app.Environment, "endpoints");
        if (endpoints is null)
        {
            Log.NoConsole(app.Logger, folder);
            return;
        }
        app.MapStaticAssets(endpoints);
        app.MapRazorComponents<Shell>()
            .AddInteractiveWebAssemblyRenderMode()
            .AddAdditionalAssemblies(typeof(AgentsWeb.Routes).Assembly)
            .WithStaticAssets(endpoints)
            .DisableAntiforgery()
            .RequireAuthorization(Policies.Agent)
            .Add(endpoint =>
            {
                var inner = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http =>
                {
                    ContentPolicy.Apply(http);
                    return inner(http);
                };
            });
    }

    private static string? Manifest(string folder, IHostEnvironment host, string kind) =>
        new[] { host.ApplicationName, typeof(ShellFeature).Assembly.GetName().Name! }
            .Select(name => Path.Combine(folder, $"{name}.staticwebassets.{kind}.json"))
            .FirstOrDefault(File.Exists);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The console is not served: its files are not in {Folder}. Build or publish the hub as a whole.")]
        public static partial void NoConsole(ILogger logger, string folder);
    }
}
