using System.Net;
using System.Net.Sockets;
using SupportHub.Startup;

namespace SupportHub.Lab;

/// <summary>Section <c>Lab</c>. A port that is taken gives way to the next free one.</summary>
public sealed class LabOptions
{
    public const string Section = "Lab";

    public int HubPort { get; init; } = 5080;

    public int SitePort { get; init; } = 5081;

    /// <summary>The customers' mailboxes.</summary>
    public int MailPort { get; init; } = 5082;

    /// <summary>Where the hub sends mail.</summary>
    public int SmtpPort { get; init; } = 5083;

    /// <summary>Agents' and customers' telephones, and the network between them.</summary>
    public int PhonePort { get; init; } = 5084;

    /// <summary>A name that does not exist is refused by the hub, with all the others.</summary>
    public static LabOptions From(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build().GetSection(Section).Get<LabOptions>() ?? new LabOptions();
        int[] ports = [options.HubPort, options.SitePort, options.MailPort, options.SmtpPort, options.PhonePort];
        return ports.All(port => port is >= 1024 and <= 32_767)
            ? options
            : throw new StartRefused("The Lab's ports are between 1024 and 32767.");
    }

    /// <summary>The same ports, each moved to the next one that nobody has.</summary>
    public LabOptions OnFreePorts()
    {
        var given = new List<int>();
        foreach (var wanted in new[] { HubPort, SitePort, MailPort, SmtpPort, PhonePort })
        {
            var port = wanted;
            while (given.Contains(port) || !IsFree(port))
                port++;
            given.Add(port);
        }
        return new LabOptions { HubPort = given[0], SitePort = given[1], MailPort = given[2], SmtpPort = given[3], PhonePort = given[4] };
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
