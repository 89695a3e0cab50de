using System.Net;
using System.Net.Sockets;

namespace SupportHub;

/// <summary>What counts as one address wherever something is limited per address.</summary>
public static class Network
{
    /// <summary>Where a request comes from, behind the proxies that are trusted.</summary>
    public static string? Of(HttpContext? http) => Of(http?.Connection.RemoteIpAddress);

    /// <returns>The address as text; of IPv6 its /64 alone, because one subscriber holds all of that. Null where none is known.</returns>
    public static string? Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString();
    }
}
