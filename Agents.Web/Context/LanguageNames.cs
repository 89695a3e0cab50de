using System.Globalization;

namespace SupportHub.AgentsWeb.Context;

/// <summary>The languages of the widget, in the words of the reader. The browser's own set of rules names languages in themselves only.</summary>
public static class LanguageNames
{
    /// <summary>Of any tag: "fr-CA" is French.</summary>
    public static string Named(string tag, string reader)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            return Of(culture.TwoLetterISOLanguageName, reader) ?? culture.NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    private static string? Of(string language, string reader) => (language, reader) switch
    {
        ("fr", "fr") => "français",
        ("en", "fr") => "anglais",
        ("de", "fr") => "allemand",
        ("es", "fr") => "espagnol",
        ("ar", "fr") => "arabe",
        ("fr", _) => "French",
        ("en", _) => "English",
        ("de", _) => "German",
        ("es", _) => "Spanish",
        ("ar", _) => "Arabic",
        _ => null,
    };
}
