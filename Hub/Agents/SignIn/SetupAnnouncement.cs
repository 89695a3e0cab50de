using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SupportHub.Agents.SignIn;

/// <summary>While there is no administrator, prints the one line that lets somebody become it. Not a log entry: it must be seen, and not be kept.</summary>
public sealed class SetupAnnouncement(AccountDesk accounts, SetupCode code, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await accounts.HasAdministrator() || server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
            return;
        await Console.Out.WriteLineAsync($"SupportHub has no administrator yet. Open this link, once, to create the account: {Link(address, code.Text)}");
    }

    /// <summary>An address that listens everywhere is reached here as localhost.</summary>
    public static string Link(string address, string? code)
    {
        var host = BindingAddress.Parse(address);
        var name = host.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : host.Host;
        return $"{host.Scheme}://{name}:{host.Port}/setup?code={code}";
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
