using NodaTime;

namespace SupportHub.Sites.Hours;

/// <summary>In which time zone a customer reads times. Pure.</summary>
public static class CustomerZone
{
    /// <param name="theirs">As the customer's browser gave it, which may be nothing that is known here.</param>
    /// <returns>An IANA name that is known.</returns>
    public static string Of(string? theirs, string? sites) =>
        theirs is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(theirs) is not null ? theirs : sites ?? "UTC";
}
