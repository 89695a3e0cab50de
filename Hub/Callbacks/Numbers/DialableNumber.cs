namespace SupportHub.Callbacks.Numbers;

/// <summary>A number that may be dialled, as <see cref="NumberRules"/> found it.</summary>
/// <param name="E164">With its plus and its country code, for example <c>+33184800000</c>.</param>
/// <param name="Region">The allowed country that it belongs to: ISO 3166, two letters.</param>
public sealed record DialableNumber(string E164, string Region, NumberKind Kind)
{
    /// <summary>Whoever writes it to a log writes no number.</summary>
    public override string ToString() => $"{Kind} in {Region}";
}

/// <summary>Lines of ordinary people and companies, at an ordinary price.</summary>
public enum NumberKind
{
    Fixed,
    Mobile,

    /// <summary>In countries that give both out of one range.</summary>
    FixedOrMobile,

    /// <summary>A line over the internet. Dialled, because in several countries it is the ordinary line of a home (France: 09).</summary>
    Voip,
}

/// <summary>Why a number is not dialled.</summary>
public enum NumberRefusal
{
    /// <summary>What was typed is no telephone number, or one that nobody has.</summary>
    NotANumber,

    /// <summary>It is an ordinary number, of a country that is not allowed.</summary>
    CountryNotAllowed,
    PremiumRate,

    /// <summary>Caller and called share the price; who calls pays more than for an ordinary line.</summary>
    SharedCost,

    /// <summary>It follows a person, and so does the price of reaching it.</summary>
    Personal,
    Pager,

    /// <summary>Satellites, and the networks without a country that share their prices (+870, +881, +882, +883).</summary>
    Satellite,
    Emergency,

    /// <summary>It exists inside one country's networks only.</summary>
    ShortCode,

    /// <summary>One number for all of a company ("universal access").</summary>
    Universal,

    /// <summary>The way to somebody's recorded messages, not to the person.</summary>
    Voicemail,

    /// <summary>
    /// Nobody waits for a call at a number that is free for its callers: behind it is a company's switchboard, it seldom can be reached from another country,
    /// and some live from being called.
    /// </summary>
    TollFree,

    /// <summary>The person is behind a switchboard, and a voice there would wait for keys that nobody presses.</summary>
    Extension,

    /// <summary>Of no kind that is known: it could be any of the others.</summary>
    UnknownKind,
}

/// <summary>Exactly one of the two.</summary>
public sealed record NumberAnswer(DialableNumber? Number, NumberRefusal? Refusal)
{
    public static implicit operator NumberAnswer(DialableNumber number) => new(number, null);

    public static implicit operator NumberAnswer(NumberRefusal refusal) => new(null, refusal);
}
