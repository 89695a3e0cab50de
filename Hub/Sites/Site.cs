using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Sites;

/// <summary>One website with its widget.</summary>
/// <param name="Key">Public name in the widget's tag.</param>
/// <param name="Origins">Where the widget may run: "https://www.example.com", or "*" for anywhere.</param>
/// <param name="Languages">The default first.</param>
public sealed record Site(
    long Id,
    string Key,
    string Name,
    IReadOnlyList<string> Origins,
    IReadOnlyList<string> Languages,
    string Color,
    string? Phone,
    PreChat PreChat,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Wording,
    IReadOnlyList<TopicBrief> Topics,
    SiteHours Hours)
{
    public bool Allows(string? origin) =>
        origin is not null && Origins.Any(o => o == "*" || string.Equals(o, origin, StringComparison.OrdinalIgnoreCase));
}
