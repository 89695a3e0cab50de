using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings;

/// <summary>A site while it is being changed.</summary>
public sealed class SiteDraft
{
    /// <summary>The widget's texts that are offered here; a site may have more by other ways, which are kept.</summary>
    public static readonly IReadOnlyList<string> WordingKeys = ["title", "humans", "messageHint"];

    /// <summary>The languages that the widget speaks.</summary>
    public static readonly IReadOnlyList<string> Spoken = ["en", "fr"];

    private Dictionary<string, Dictionary<string, string>> _wording = [];

    public string Name { get; set; } = "";
    public string Origins { get; set; } = "";
    public List<string> Languages { get; set; } = [];
    public string Color { get; set; } = "#0f6b5c";
    public string Phone { get; set; } = "";
    public Field Topic { get; set; } = Field.Optional;
    public Field VisitorName { get; set; } = Field.Optional;
    public Field VisitorEmail { get; set; } = Field.Optional;

    public static SiteDraft New(string language) => new() { Languages = [language] };

    public static SiteDraft Of(SiteSettings site) => new()
    {
        Name = site.Name,
        Origins = string.Join('\n', site.Origins),
        Languages = [.. site.Languages],
        Color = site.Color,
        Phone = site.Phone ?? "",
        Topic = site.PreChat.Topic,
        VisitorName = site.PreChat.Name,
        VisitorEmail = site.PreChat.Email,
        _wording = site.Wording.ToDictionary(w => w.Key, w => w.Value.ToDictionary(t => t.Key, t => t.Value)),
    };

    public string WordingOf(string language, string key) => _wording.GetValueOrDefault(language)?.GetValueOrDefault(key) ?? "";

    public void Word(string language, string key, string text)
    {
        if (!_wording.TryGetValue(language, out var texts))
            _wording[language] = texts = [];
        texts[key] = text;
    }

    public void Speak(string language, bool on)
    {
        Languages.Remove(language);
        if (on)
            Languages.Add(language);
    }

    public void MakeDefault(string language) => Languages = [language, .. Languages.Where(l => l != language)];

    public SiteEdit ToEdit() => new(
        Name,
        [.. Origins.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Languages,
        Color,
        Phone,
        new PreChat(Topic, VisitorName, VisitorEmail),
        _wording.Where(w => Languages.Contains(w.Key)).ToDictionary(
            w => w.Key,
            w => (IReadOnlyDictionary<string, string>)w.Value.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary(t => t.Key, t => t.Value.Trim())));
}
