using SupportHub.Shared;

namespace SupportHub.Callbacks.Pages;

/// <summary>Why nothing came of it, where the customer reads it.</summary>
/// <param name="Field">The field that it is about; absent: the whole.</param>
public sealed record CallPageFault(string Text, string? Field = null)
{
    public const string Number = "number";
    public const string Time = "at";

    /// <param name="number">As typed.</param>
    public static CallPageFault Of(CallPageWords words, RefusalCode code, string? number) => code switch
    {
        RefusalCode.NoCalls => new(words.NoCalls),
        RefusalCode.NumberInvalid => new(string.IsNullOrWhiteSpace(number) ? words.NeedNumber : words.NumberInvalid, Number),
        RefusalCode.NumberCountry => new(words.NumberCountry, Number),
        RefusalCode.NumberKind => new(words.NumberKind, Number),
        RefusalCode.TimeTaken => new(words.TimeTaken, Time),
        RefusalCode.TooManyCalls => new(words.TooMany),
        RefusalCode.CallsRest => new(words.Rest),
        RefusalCode.Calling => new(words.Now),
        _ => new(words.Busy),
    };

    public string? About(string field) => Field == field ? Text : null;
}
