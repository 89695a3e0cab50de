using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace SupportHub.Lab;

/// <summary>Section <c>Lab</c>. A port that is taken gives way to the next free one.</summary>
public sealed class LabOptions
{
    public const string Section = "Lab";

    [Range(1024, 32_767)]
    public int HubPort { get; init; } = 5080;

    [Range(1024, 32_767)]
    public int SitePort { get; init; } = 5081;

    public static LabOptions From(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build().GetSection(Section)
            .Get<LabOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new LabOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
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
