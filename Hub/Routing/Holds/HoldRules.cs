using SupportHub.Shared;
using SupportHub.Startup;
using SupportHub.Wording;

namespace SupportHub.Routing.Holds;

/// <summary>From a template and what is known to what the customer reads; and what a template must be like. Pure.</summary>
public static class HoldRules
{
    public const int TextLimit = 500;

    /// <param name="own">The site's words, if it has some; the built-in ones stand in where nothing of them can be said.</param>
    public static string Render(HoldKind kind, string? own, HoldValues values, HoldLanguage language)
    {
        var said = own is null ? "" : HoldTemplate.Fill(own, values, language);
        return said.Length > 0 ? said : BuiltIn(kind, values, language);
    }

    /// <summary>The built-in words as a template to begin from.</summary>
    public static string Template(HoldKind kind, HoldLanguage language) =>
        string.Join(' ', language.BuiltIn(kind).Select(wordings => wordings[0]));

    /// <summary>The text as it is kept: without what can't be seen. Null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        var clean = string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();
        return clean.Length == 0 ? null : clean;
    }

    public static List<FieldFault> Check(HoldEdit edit, IReadOnlyList<string> languages, IEnumerable<long> topics)
    {
        var faults = new List<FieldFault>();
        if (!languages.Contains(edit.Language))
            faults.Add(new("language", Fault.LanguageUnknown));
        if (edit.TopicId is { } topic && !topics.Contains(topic))
            faults.Add(new("topicId", Fault.TopicUnknown));
        if (CheckText(edit.Kind, Clean(edit.Text) ?? "") is { } text)
            faults.Add(text);
        return faults;
    }

    private static FieldFault? CheckText(HoldKind kind, string text)
    {
        if (text.Length > TextLimit)
            return new("text", Fault.TooLong);
        var known = HoldPlaceholders.For(kind);
        if (HoldTemplate.Names(text).FirstOrDefault(n => !known.Contains(HoldTemplate.Plain(n))) is { } wrong)
        {
            var all = string.Join(", ", known.Select(Braced));
            return NearestName.To(wrong, known) is { } near
                ? new("text", Fault.PlaceholderMisspelt, [Braced(wrong), Braced(near), all])
                : new("text", Fault.PlaceholderUnknown, [Braced(wrong), all]);
        }
        return HoldTemplate.IsWhole(text) ? null : new("text", Fault.BraceAlone, ["{", "}", Braced(known[0])]);
    }

    private static string Braced(string name) => $"{{{name}}}";

    private static string BuiltIn(HoldKind kind, HoldValues values, HoldLanguage language) => string.Join(
        ' ',
        language.BuiltIn(kind)
            .Select(wordings => wordings.Select(w => HoldTemplate.FillSentence(w, values, language)).FirstOrDefault(w => w is not null))
            .OfType<string>());
}
