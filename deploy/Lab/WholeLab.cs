using SupportHub.Lab.Mail;
using SupportHub.Lab.Phone;
using SupportHub.Shared;

namespace SupportHub.Lab;

/// <summary>Hub, sample website, the customers' mail and the telephones, in one process.</summary>
public sealed class WholeLab : IAsyncDisposable
{
    private readonly WebApplication _hub;
    private readonly WebApplication[] _parts;

    private WholeLab(LabAddresses at, WebApplication hub, InboundDoor door)
    {
        At = at;
        _hub = hub;
        var site = SampleSite.Create(at.Site, at.Hub);
        var mail = LabMail.Create(new LabMailSettings(at.Mail, at.SmtpPort, new Uri(door.Url), door.Secret, Path.Combine(LabHub.Folder(hub), "mail"))
        {
            Addresses = [LabWorld.MailAddress, .. LabWorld.MailAliases.Select(a => a.Address)],
        });
        var phone = LabPhone.Create(new LabPhoneSettings(at.Phones, LabWorld.PhoneAccount, LabWorld.PhoneToken) { Numbers = [LabWorld.CallsFrom], People = LabWorld.Telephones });
        _parts = [hub, site, mail, phone];
    }

    public LabAddresses At { get; }

    public string DataFolder => LabHub.Folder(_hub);

    /// <summary>With its world planted; nobody can reach it before <see cref="Start"/>.</summary>
    /// <param name="args">As on the command line.</param>
    /// <param name="more">What a host around the Lab adds to its hub.</param>
    /// <param name="files">See <see cref="HubHost.Create"/>.</param>
    public static async Task<WholeLab> Create(string[] args, Action<WebApplicationBuilder>? more = null, string? files = null)
    {
        var at = LabAddresses.Of(LabOptions.From(args).OnFreePorts());
        var hub = HubHost.Create(LabHub.Arguments(args, at.Hub), LabHub.Configure + more, files);
        try
        {
            return new WholeLab(at, hub, await new LabSeed(hub.Services).Plant(at.Site, at.Hub, at.SmtpPort, at.Phones));
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    public async Task Start()
    {
        foreach (var part in _parts)
            await part.StartAsync();
    }

    /// <summary>Until somebody ends the process.</summary>
    public Task Ends() => _hub.WaitForShutdownAsync();

    public async Task Stop()
    {
        foreach (var part in _parts.Reverse())
            await part.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts.Reverse())
            await part.DisposeAsync();
    }
}
