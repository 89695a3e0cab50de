using SupportHub.Callbacks.Numbers;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Callbacks.Lines;

/// <summary>What a telephone account can be set to. Pure.</summary>
public static class LineRules
{
    private const int SidLength = 34;
    private const int CountriesLimit = 250;

    /// <param name="before">As stored with its token, which stays where none is given: for the same account at the same address, because else it would be shown to somebody else.</param>
    /// <param name="hasSecret">The key's secret is stored; likewise.</param>
    public static List<FieldFault> Check(PhoneLine edit, PhoneLine? before, bool hasSecret)
    {
        List<FieldFault> faults = [];
        void Unless(bool right, string field, Fault fault, params string[] named)
        {
            if (!right)
                faults.Add(new FieldFault(field, fault, named));
        }

        void Range(int value, string field, int least, int most) => Unless(value >= least && value <= most, field, Fault.NumberRange, $"{least}", $"{most}");

        var kept = before is not null && Same(before.Account, edit.Account) && Same(before.Address, edit.Address) && Same(before.Region, edit.Region) && Same(before.Edge, edit.Edge);
        var missing = before is null ? Fault.Required : Fault.SecretAgain;
        Unless(IsSid(edit.Account, "AC"), "account", Fault.TwilioSid, "AC");
        Unless(kept || !string.IsNullOrWhiteSpace(edit.AuthToken), "authToken", missing);
        Unless(string.IsNullOrWhiteSpace(edit.ApiKey) || IsSid(edit.ApiKey, "SK"), "apiKey", Fault.TwilioSid, "SK");
        Unless(string.IsNullOrWhiteSpace(edit.ApiKey) || (kept && hasSecret) || !string.IsNullOrWhiteSpace(edit.ApiSecret), "apiSecret", hasSecret ? missing : Fault.Required);
        Unless(IsName(edit.Region), "region", Fault.HostInvalid);
        Unless(IsName(edit.Edge), "edge", Fault.HostInvalid);
        Unless(string.IsNullOrWhiteSpace(edit.Address) || IsWeb(edit.Address), "address", Fault.UrlInvalid);
        Unless(IsWeb(edit.PublicUrl), "publicUrl", Fault.PublicUrlInvalid);
        Unless(Number(edit.Number) is not null, "number", Fault.CallNumberInvalid);
        var countries = edit.Countries ?? [];
        Unless(countries.Count is > 0 and <= CountriesLimit && countries.All(NumberText.IsCountry), "countries", Fault.CountryInvalid);
        Range(edit.Tries, "tries", 1, 10);
        var pauses = edit.PauseMinutes ?? [];
        Unless(pauses.Count <= 10 && pauses.All(p => p is >= 1 and <= 1440), "pauseMinutes", Fault.NumberRange, "1", "1440");
        Range(edit.SlotMinutes, "slotMinutes", 5, 240);
        Range(edit.LeadMinutes, "leadMinutes", 0, 10_080);
        Range(edit.AtOnce, "atOnce", 1, 50);
        Range(edit.PerNumberADay, "perNumberADay", 1, 100);
        Range(edit.PerAddressADay, "perAddressADay", 1, 1000);
        Range(edit.PerVisitorADay, "perVisitorADay", 1, 100);
        Range(edit.PerSiteADay, "perSiteADay", 1, 100_000);
        Range(edit.CentsAMinute, "centsAMinute", 0, 1000);
        Range(edit.CentsADay, "centsADay", 0, 10_000_000);
        var phones = edit.Phones ?? [];
        for (var i = 0; i < phones.Count; i++)
            Unless(string.IsNullOrWhiteSpace(phones[i].Number) || Number(phones[i].Number) is not null, $"phones[{i}].number", Fault.CallNumberInvalid);
        return faults;
    }

    /// <summary>The company's own numbers: international, of whatever country, and ordinary.</summary>
    /// <returns>E.164.</returns>
    public static string? Number(string? typed) => NumberText.Own(typed);

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim() ?? "", other?.Trim() ?? "", StringComparison.Ordinal);

    private static bool IsSid(string? text, string kind) =>
        text?.Trim() is { Length: SidLength } sid && sid.StartsWith(kind, StringComparison.Ordinal) && sid.All(char.IsAsciiLetterOrDigit);

    private static bool IsName(string? text) => string.IsNullOrWhiteSpace(text) || (text.Trim().Length <= 40 && text.Trim().All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    /// <summary>A secret goes there: never without encryption, but on this machine.</summary>
    private static bool IsWeb(string? url) => Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
