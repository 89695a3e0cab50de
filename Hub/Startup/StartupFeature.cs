using Microsoft.Extensions.Configuration.Json;

namespace SupportHub.Startup;

public static class StartupFeature
{
    public const string EnvironmentPrefix = "SUPPORTHUB_";

    /// <summary>
    /// Settings come from files, the environment, our own environment variables (<c>SUPPORTHUB_Storage__Folder</c>), and the command
    /// line, a later one winning. One that does not exist stops the start.
    /// </summary>
    public static void AddSettings(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddEnvironmentVariables(EnvironmentPrefix).AddCommandLine(args);
        builder.Services.AddSingleton<StorageStart>();

        var known = KnownSettings.OfThisProgram();
        var commandLine = new ConfigurationBuilder().AddCommandLine(args).Build().GetChildren().Select(s => s.Key);
        var files = ((IConfigurationRoot)builder.Configuration).Providers.OfType<JsonConfigurationProvider>().SelectMany(f => f.GetChildKeys([], null));
        // A variable that merely shares the prefix, such as SUPPORTHUB_HOME, is no setting: ours are in sections, or nearly have a known name.
        var environment = new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build().GetChildren()
            .Where(s => s.GetChildren().Any() || NearestName.To(s.Key, known.TopLevel) is not null)
            .Select(s => s.Key);
        var unknown = SettingsRules.FirstUnknown(
            known,
            [.. commandLine, .. environment, .. files],
            section => builder.Configuration.GetSection(section).GetChildren().Select(s => s.Key));
        if (unknown is not null)
            throw new StartRefused(unknown);
    }

    /// <summary>The host logs with its stack trace why it could not start; a sentence follows instead. Once it runs, its failures are logged as ever.</summary>
    public static void QuietFailedStart(this WebApplicationBuilder builder)
    {
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && (started || level < LogLevel.Error));
        builder.Services.AddHostedService(p => new OnStarted(p.GetRequiredService<IHostApplicationLifetime>(), () => started = true));
    }

    public static void PrepareStorage(this WebApplication app) => app.Services.GetRequiredService<StorageStart>().Run();

    private sealed class OnStarted(IHostApplicationLifetime lifetime, Action started) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(started);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
