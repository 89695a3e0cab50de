namespace SupportHub.Wording;

/// <summary>Everything that can be wrong with what a person filled in. <see cref="FaultWords"/> says each in words.</summary>
public enum Fault
{
    Required,
    TooLong,
    EmailInvalid,
    EmailTaken,
    PasswordShort,
    PasswordGuessable,
    PasswordWrong,
    PasswordsDiffer,
    CapacityRange,
    MailCapacityRange,
    RoleUnknown,
    LanguageUnknown,
    LastAdministrator,
    PictureType,
    PictureTooLarge,
    AddressInvalid,
    OriginInvalid,
    OriginNotAlone,
    ColorInvalid,
    PhoneInvalid,
    WordingInvalid,
    TopicOrder,
    ShortcutInvalid,
    ShortcutTaken,
    CodeWrong,
    NewerPage,
    NumberRange,
    TopicUnknown,
    SkillLevel,
    RoutingModeUnknown,
    PlaceholderUnknown,
    PlaceholderMisspelt,
    BraceAlone,
    TimeZoneUnknown,
    RegionUnknown,
    WeekInvalid,
    SpanReversed,
    SpanTooLong,
    SpansOverlap,
    SpansOverlapNextDay,
    DateInvalid,
    DateTwice,
    ScheduleUnknown,
    AnswerRange,
    LineBreak,
    AddressTwice,
    HostInvalid,
    UrlInvalid,
    PublicUrlInvalid,
    TwilioSid,
    CallNumberInvalid,
    CountryInvalid,
    SecretAgain,
    CallCountry,
    CallKind,
    CallsADay,
    MoneyADay,
    TrialsADay,
    TrialUnderWay,
}

/// <param name="Field">The member's name on the wire, camelCase.</param>
/// <param name="Names">What the sentence names at its {0}, {1}…, in a language.</param>
public sealed record FieldFault(string Field, Fault Fault, Func<string, object[]>? Names = null)
{
    /// <summary>Names that are the same in every language.</summary>
    public FieldFault(string field, Fault fault, IReadOnlyList<string> named)
        : this(field, fault, _ => [.. named])
    {
    }
}

/// <summary>What came of saving: the value, what is wrong with it, or that there is no such thing to save to.</summary>
public sealed record Saved<T>(T? Value, IReadOnlyList<FieldFault> Faults)
    where T : class
{
    public static readonly Saved<T> Missing = new(null, []);

    public static implicit operator Saved<T>(T value) => new(value, []);

    public static implicit operator Saved<T>(FieldFault fault) => new(null, [fault]);

    public static implicit operator Saved<T>(List<FieldFault> faults) => new(null, faults);
}
