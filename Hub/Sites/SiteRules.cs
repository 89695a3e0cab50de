using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Sites;

/// <summary>What a site and its topics must be like. Pure.</summary>
public static class SiteRules
{
    /// <summary>The languages that the widget speaks.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "fr"];

    public const string DefaultColor = "#0f6b5c";
    private const int NameLimit = 80;
    private const int OriginLimit = 50;
    private const int WordingLimit = 2_000;

    public static List<FieldFault> Check(SiteEdit edit)
    {
        var faults = new List<FieldFault>();
        if (string.IsNullOrWhiteSpace(edit.Name))
            faults.Add(new("name", Fault.Required));
        else if (edit.Name.Trim().Length > NameLimit)
            faults.Add(new("name", Fault.TooLong));
        if (CheckOrigins(edit.Origins) is { } origins)
            faults.Add(new("origins", origins));
        if (edit.Languages is not { Count: > 0 } languages || languages.Any(l => !Languages.Contains(l)))
            faults.Add(new("languages", Fault.LanguageUnknown));
        if (!ColorRules.IsColor(edit.Color))
            faults.Add(new("color", Fault.ColorInvalid));
        if (!string.IsNullOrWhiteSpace(edit.Phone) && !IsPhone(edit.Phone.Trim()))
            faults.Add(new("phone", Fault.PhoneInvalid));
        if (edit.PreChat is { } fields && !(Enum.IsDefined(fields.Topic) && Enum.IsDefined(fields.Name) && Enum.IsDefined(fields.Email)))
            faults.Add(new("preChat", Fault.Required));
        if (edit.Wording?.Any(w => !(edit.Languages?.Contains(w.Key) ?? false) || w.Value is null || w.Value.Any(t => t.Value is null || t.Value.Length > WordingLimit)) == true)
            faults.Add(new("wording", Fault.WordingInvalid));
        return faults;
    }

    /// <param name="languages">The site's: a topic has a title in each.</param>
    public static List<FieldFault> Check(TopicEdit edit, IReadOnlyList<string> languages) =>
    [
        .. languages.Select(l => (Field: $"title.{l}", Text: edit.Title?.GetValueOrDefault(l)))
            .Where(t => string.IsNullOrWhiteSpace(t.Text) || t.Text.Trim().Length > NameLimit)
            .Select(t => new FieldFault(t.Field, string.IsNullOrWhiteSpace(t.Text) ? Fault.Required : Fault.TooLong)),
    ];

    private static Fault? CheckOrigins(IReadOnlyList<string>? origins)
    {
        if (origins is not { Count: > 0 })
            return Fault.Required;
        if (origins.Count > OriginLimit)
            return Fault.TooLong;
        var known = origins.Select(OriginRules.Normalize).ToList();
        if (known.Contains(null))
            return Fault.OriginInvalid;
        return known.Contains(OriginRules.Anywhere) && known.Count > 1 ? Fault.OriginNotAlone : null;
    }

    private static bool IsPhone(string text) =>
        text.Length <= 30 && text.Count(char.IsAsciiDigit) >= 3 && text.All(c => char.IsAsciiDigit(c) || "+()-. \u00a0\u202f".Contains(c, StringComparison.Ordinal));
}
