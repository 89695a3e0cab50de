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

    /// <summary>A name that does not exist is refused by the hub, with all the others.</summary>
    public static LabOptions From(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build().GetSection(Section).Get<LabOptions>() ?? new LabOptions();
        return options is { HubPort: >= 1024 and <= 32_767, SitePort: >= 1024 and <= 32_767 }
            ? options
            : throw new StartRefused("The Lab's ports are between 1024 and 32767.");
    }

    public static int Free(int wanted, params int[] taken)
    {
        var port = wanted;
        while (taken.Contains(port) || !IsFree(port))
            port++;
        return port;
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
