using SupportHub.Shared;

namespace SupportHub.Routing.Skills;

/// <summary>What one agent answers. Immutable.</summary>
/// <param name="Levels">By topic, 1 to 3; empty: every topic.</param>
/// <param name="Languages">Tags ("fr"); empty: every language.</param>
public sealed record SkillSet(IReadOnlyDictionary<long, int> Levels, IReadOnlyList<string> Languages)
{
    public const int Lowest = 1;
    public const int Highest = 3;

    public static readonly SkillSet Everything = new(new Dictionary<long, int>(), []);

    /// <summary>
    /// How well this agent knows the topic; null where not at all. Whoever answers everything counts as one who can help with each, and so
    /// does everybody where it is about no topic.
    /// </summary>
    public int? Level(long? topic) =>
        topic is not { } id || Levels.Count == 0 ? Lowest : Levels.TryGetValue(id, out var level) ? level : null;

    /// <param name="language">IETF tag of the conversation; the region does not matter. Absent: any will do.</param>
    public bool Speaks(string? language)
    {
        if (language is null || Languages.Count == 0)
            return true;
        // By index and without new strings: the projection asks it of everyone, for each need.
        for (var i = 0; i < Languages.Count; i++)
            if (Primary(Languages[i]).Equals(Primary(language), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    public AgentSkills ToView() => new([.. Levels.OrderBy(l => l.Key).Select(l => new AgentSkill(l.Key, l.Value))], Languages);

    private static ReadOnlySpan<char> Primary(string tag) => tag.AsSpan(0, tag.IndexOf('-') is var at and >= 0 ? at : tag.Length);
}
