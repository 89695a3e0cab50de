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

        var ours = new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).AddCommandLine(args).Build();
        var files = ((IConfigurationRoot)builder.Configuration).Providers.OfType<JsonConfigurationProvider>();
        var unknown = SettingsRules.FirstUnknown(
            KnownSettings.OfThisProgram(),
            ours.GetChildren().Select(s => s.Key).Concat(files.SelectMany(f => f.GetChildKeys([], null))),
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
