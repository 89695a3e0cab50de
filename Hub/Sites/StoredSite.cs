using System.Text.Json;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Sites;

public sealed record SiteRow
{
    public long Id { get; init; }
    public string SiteKey { get; init; } = "";
    public string Name { get; init; } = "";
    public string Origins { get; init; } = "[]";
    public string Languages { get; init; } = "[]";
    public string Color { get; init; } = "";
    public string? Phone { get; init; }
    public string PreChat { get; init; } = "{}";
    public string Wording { get; init; } = "{}";
    public long CreatedAt { get; init; }
}

public sealed record TopicRow
{
    public long Id { get; init; }
    public long SiteId { get; init; }
    public int Position { get; init; }
    public string Title { get; init; } = "{}";
    public long? ArchivedAt { get; init; }

    public TopicBrief ToBrief() => new(Id, SiteJson.Read<Dictionary<string, string>>(Title));
}

/// <summary>A site's row with the rows of its topics in their order, the archived ones too.</summary>
/// <param name="Hours">None while nobody has set any.</param>
public sealed record StoredSite(SiteRow Row, IReadOnlyList<TopicRow> Topics, HoursRow? Hours)
{
    public Site ToSite() => new(
        Row.Id,
        Row.SiteKey,
        Row.Name,
        SiteJson.Read<List<string>>(Row.Origins),
        SiteJson.Read<List<string>>(Row.Languages),
        Row.Color,
        Row.Phone,
        SiteJson.Read<PreChat>(Row.PreChat),
        SiteJson.Read<Dictionary<string, Dictionary<string, string>>>(Row.Wording)
            .ToDictionary(w => w.Key, w => (IReadOnlyDictionary<string, string>)w.Value),
        [.. Topics.Where(t => t.ArchivedAt is null).Select(t => t.ToBrief())],
        Hours is { } set ? new SiteHours(set.ToPlan()) : SiteHours.Unset(SiteJson.Read<List<string>>(Row.Languages)));
}

/// <summary>Lists and small objects in text columns.</summary>
public static class SiteJson
{
    private static readonly JsonSerializerOptions Options = Configured();

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
        WireJson.Configure(options);
        return options;
    }
}
