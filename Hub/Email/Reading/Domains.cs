using System.Globalization;

namespace SupportHub.Email.Reading;

/// <summary>The two writings of an international domain (RFC 5890). Pure.</summary>
public static class Domains
{
    private static readonly IdnMapping Idn = new();

    /// <summary>The address with its domain in Unicode, so that both writings are the same customer; unchanged where it has no other writing.</summary>
    public static string InUnicode(string address)
    {
        var at = address.LastIndexOf('@') + 1;
        if (at == 0 || !address.AsSpan(at).Contains("xn--", StringComparison.OrdinalIgnoreCase))
            return address;
        try
        {
            return address[..at] + Idn.GetUnicode(address[at..].ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            // It only begins like one.
            return address;
        }
    }
}
