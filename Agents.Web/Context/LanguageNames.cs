namespace SupportHub.AgentsWeb.Context;

/// <summary>The languages of the widget, in the words of the reader. The browser's own set of rules names languages in themselves only.</summary>
public static class LanguageNames
{
    public static string? Of(string language, string reader) => (language, reader) switch
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
