using System.Globalization;
using System.Text;
using PhoneNumbers;

namespace SupportHub.Callbacks.Numbers;

/// <summary>
/// Whether what somebody typed may be dialled. Pure; what is known about numbers comes with libphonenumber. Only what is certainly an ordinary line of an
/// allowed country is dialled: whatever is not recognised is refused.
/// </summary>
public static class NumberRules
{
    /// <summary>Longer than any number with its spaces.</summary>
    private const int LongestText = 60;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private static readonly ShortNumberInfo ShortNumbers = ShortNumberInfo.GetInstance();

    /// <param name="typed">In national or international writing, with whatever people put between digits.</param>
    /// <param name="country">Whose national writing it is where no country code is given: ISO 3166, two letters.</param>
    /// <param name="allowed">The countries that may be called, written like <paramref name="country"/>.</param>
    public static NumberAnswer Read(string typed, string country, IReadOnlyCollection<string> allowed)
    {
        var region = country.ToUpperInvariant();
        var text = Digits(typed);
        if (text is null || !Numbers.GetSupportedRegions().Contains(region))
            return NumberRefusal.NotANumber;
        if (ShortNumbers.IsEmergencyNumber(text, region))
            return NumberRefusal.Emergency;
        return Parsed(text, region) is { } number ? Judged(number, allowed) : Short(text, region);
    }

    private static NumberAnswer Judged(PhoneNumber number, IReadOnlyCollection<string> allowed)
    {
        if (GlobalNetwork(number.CountryCode) is { } network)
            return network;
        if (!Numbers.IsValidNumber(number))
            return ShortRefusal(number) ?? NumberRefusal.NotANumber;
        var type = Numbers.GetNumberType(number);
        if (Refused(type) is { } refusal)
            return refusal;
        if (number.HasExtension)
            return NumberRefusal.Extension;
        return AllowedRegion(number, allowed) is { } region
            ? new DialableNumber(Numbers.Format(number, PhoneNumberFormat.E164), region, Kind(type))
            : NumberRefusal.CountryNotAllowed;
    }

    /// <summary>A number can be good in several regions that share a country code (Réunion and Mayotte, Great Britain and Jersey): one that is allowed is enough.</summary>
    private static string? AllowedRegion(PhoneNumber number, IReadOnlyCollection<string> allowed)
    {
        var own = Numbers.GetRegionCodeForNumber(number);
        var regions = allowed.Select(region => region.ToUpperInvariant()).ToList();
        return regions.Contains(own) ? own : regions.Find(region => Numbers.IsValidNumberForRegion(number, region));
    }

    private static PhoneNumber? Parsed(string text, string region)
    {
        var number = TryParse(text, region);
        // Most of the world writes "00" for the plus, also where the own country's networks do not.
        if (text.StartsWith("00", StringComparison.Ordinal) && (number is null || !Numbers.IsValidNumber(number)))
            return TryParse($"+{text.TrimStart('0')}", region) ?? number;
        return number;
    }

    private static PhoneNumber? TryParse(string text, string region)
    {
        try
        {
            return Numbers.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <returns>What was typed with ASCII digits; null where there is a letter in it, because vanity numbers, web addresses and sentences are not read as numbers.</returns>
    private static string? Digits(string typed)
    {
        var text = new StringBuilder(typed.Length);
        if (typed.Length > LongestText)
            return null;
        foreach (var rune in typed.Trim().EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
                return null;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
                text.Append((int)Rune.GetNumericValue(rune));
            else if (rune.Value is '+' or '\uFF0B')
                text.Append('+');
            else if (Rune.IsWhiteSpace(rune))
                text.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                text.Append(rune);
        }
        return text.ToString();
    }

    private static NumberAnswer Short(string text, string region) =>
        ShortNumbers.IsEmergencyNumber(text.TrimStart('+'), region) ? NumberRefusal.Emergency : NumberRefusal.NotANumber;

    private static NumberRefusal? ShortRefusal(PhoneNumber number)
    {
        var national = Numbers.GetNationalSignificantNumber(number);
        var regions = Numbers.GetRegionCodesForCountryCode(number.CountryCode);
        if (regions.Any(region => ShortNumbers.IsEmergencyNumber(national, region)))
            return NumberRefusal.Emergency;
        return ShortNumbers.IsValidShortNumber(number) ? NumberRefusal.ShortCode : null;
    }

    /// <summary>Country codes that belong to no country (ITU-T E.164, list of assigned codes).</summary>
    private static NumberRefusal? GlobalNetwork(int code) => code switch
    {
        870 or 881 or 882 or 883 => NumberRefusal.Satellite,
        878 => NumberRefusal.Personal,
        979 => NumberRefusal.PremiumRate,
        808 => NumberRefusal.SharedCost,
        800 => NumberRefusal.TollFree,
        888 => NumberRefusal.Universal,
        _ => null,
    };

    private static NumberRefusal? Refused(PhoneNumberType type) => type switch
    {
        PhoneNumberType.FIXED_LINE or PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE or PhoneNumberType.VOIP => null,
        PhoneNumberType.PREMIUM_RATE => NumberRefusal.PremiumRate,
        PhoneNumberType.SHARED_COST => NumberRefusal.SharedCost,
        PhoneNumberType.PERSONAL_NUMBER => NumberRefusal.Personal,
        PhoneNumberType.PAGER => NumberRefusal.Pager,
        PhoneNumberType.UAN => NumberRefusal.Universal,
        PhoneNumberType.VOICEMAIL => NumberRefusal.Voicemail,
        PhoneNumberType.TOLL_FREE => NumberRefusal.TollFree,
        _ => NumberRefusal.UnknownKind,
    };

    private static NumberKind Kind(PhoneNumberType type) => type switch
    {
        PhoneNumberType.FIXED_LINE => NumberKind.Fixed,
        PhoneNumberType.MOBILE => NumberKind.Mobile,
        PhoneNumberType.VOIP => NumberKind.Voip,
        _ => NumberKind.FixedOrMobile,
    };
}
