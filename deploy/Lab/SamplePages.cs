using System.Net;

namespace SupportHub.Lab;

/// <summary>One page in one language.</summary>
/// <param name="Name">The same in both languages: what the page is about.</param>
/// <param name="Title">Also its name in the navigation.</param>
public sealed record SamplePage(string Language, string Name, string Path, string Title)
{
    public string Render(Uri hub)
    {
        var other = SamplePages.All.Single(page => page.Name == Name && page.Language != Language);
        var words = SamplePages.Words(Language);
        var links = SamplePages.All.Where(page => page.Language == Language && page.Name != "home")
            .Select(page => $"<a href=\"{page.Path}\"{(page == this ? " aria-current=\"page\"" : "")}>{WebUtility.HtmlEncode(page.Title)}</a>");
        var values = new Dictionary<string, string>
        {
            ["language"] = Language,
            ["title"] = WebUtility.HtmlEncode(Title),
            ["hub"] = hub.GetLeftPart(UriPartial.Authority),
            ["key"] = SampleSite.Key,
            ["skip"] = words.Skip,
            ["navigation"] = words.Navigation,
            ["home"] = $"/{Language}/",
            ["links"] = string.Concat(links),
            ["other"] = other.Path,
            ["other-language"] = other.Language,
            ["other-name"] = SamplePages.Words(other.Language).Name,
            ["fiction"] = words.Fiction,
            ["body"] = Embedded.Read($"Site/{Language}/{Name}.html"),
        };
        return values.Aggregate(Embedded.Read("Site/layout.html"), (html, value) => html.Replace($"{{{{{value.Key}}}}}", value.Value));
    }
}

public static class SamplePages
{
    public static IReadOnlyList<SamplePage> All { get; } =
    [
        new("fr", "home", "/fr/", "Hébergement à Strasbourg"),
        new("fr", "domains", "/fr/domaines", "Domaines"),
        new("fr", "status", "/fr/etat", "État des services"),
        new("fr", "contact", "/fr/contact", "Contact"),
        new("en", "home", "/en/", "Hosting from Strasbourg"),
        new("en", "domains", "/en/domains", "Domains"),
        new("en", "status", "/en/status", "Service status"),
        new("en", "contact", "/en/contact", "Contact"),
    ];

    public static (string Name, string Skip, string Navigation, string Fiction) Words(string language) => language == "fr"
        ? ("Français", "Aller au contenu", "Principale", "Une entreprise inventée, pour essayer SupportHub.")
        : ("English", "Skip to content", "Main", "An invented company, for trying SupportHub.");

    /// <summary>French unless English comes first.</summary>
    public static string HomeFor(string acceptLanguage) =>
        acceptLanguage.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "/en/" : "/fr/";
}
