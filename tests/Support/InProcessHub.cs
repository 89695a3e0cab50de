using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace SupportHub.Tests;

/// <summary>The whole hub inside the test's process, on a real socket: for tests that look inside or turn the clock.</summary>
public sealed class InProcessHub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TempFolder? _folder;
    private bool _ended;

    private InProcessHub(WebApplication app, Uri address, TempFolder? folder)
    {
        _app = app;
        Address = address;
        _folder = folder;
    }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="database">Absent: SQLite in a folder of its own.</param>
    /// <param name="clock">For example a <c>FakeTimeProvider</c>.</param>
    /// <param name="more">Settings, as on the command line.</param>
    public static Task<InProcessHub> Start(TestDatabase? database = null, TimeProvider? clock = null, params IEnumerable<string> more) =>
        StartWith(
            database,
            services =>
            {
                if (clock is not null)
                    services.Replace(ServiceDescriptor.Singleton(clock));
            },
            more);

    /// <param name="services">What differs from the hub as it is delivered.</param>
    public static async Task<InProcessHub> StartWith(TestDatabase? database, Action<IServiceCollection> services, params IEnumerable<string> more)
    {
        var folder = database is null ? new TempFolder("hub") : null;
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var app = HubHost.Create(
            [$"--urls={address}", "--applicationName=SupportHub.Hub", $"--contentRoot={Path.Combine(Repository.Root, "Hub")}",
                .. database?.Arguments ?? [$"--Storage:Folder={folder!.FullName}"], .. more],
            builder =>
            {
                builder.Logging.ClearProviders();
                services(builder.Services);
            });
        await app.StartAsync();
        return new InProcessHub(app, address, folder);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Twice is once: a test may end it before its fixture does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        await _app.StopAsync();
        var routes = (CompositeEndpointDataSource)_app.Services.GetRequiredService<EndpointDataSource>();
        await _app.DisposeAsync();
        // The framework never ends the timer of its rate limiter, which would hold the addresses, and with them each hub of a run: 5 MB.
        ((ICollection<EndpointDataSource>)routes.DataSources).Clear();
        _folder?.Dispose();
    }
}
