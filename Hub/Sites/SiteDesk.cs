using System.Security.Cryptography;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Sites;

/// <summary>Makes and changes sites and their topics. The API, the first set-up and the Lab's seeds all go through here.</summary>
public sealed class SiteDesk(SiteSql sql, SiteDirectory sites, Ids ids, TimeProvider clock)
{
    private const string KeyLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    public Task<IReadOnlyList<StoredSite>> All(CancellationToken cancel = default) => sql.ReadAll(cancel);

    public async Task<StoredSite?> Find(long id) => (await sql.ReadAll()).FirstOrDefault(s => s.Row.Id == id);

    /// <param name="key">Absent: a new one is drawn.</param>
    public async Task<Saved<StoredSite>> Create(SiteEdit edit, string? key = null)
    {
        if (SiteRules.Check(edit) is { Count: > 0 } faults)
            return faults;
        var row = Apply(edit, new SiteRow
        {
            Id = ids.Next(),
            SiteKey = key ?? RandomNumberGenerator.GetString(KeyLetters, 12),
            CreatedAt = clock.NowMs(),
        });
        await sql.Insert(row);
        return await Reread(row.Id);
    }

    public async Task<Saved<StoredSite>> Update(long id, SiteEdit edit)
    {
        if (await Find(id) is not { } before)
            return Saved<StoredSite>.Missing;
        if (SiteRules.Check(edit) is { Count: > 0 } faults)
            return faults;
        await sql.Update(Apply(edit, before.Row));
        return await Reread(id);
    }

    /// <summary>Adds a topic at the end.</summary>
    public async Task<Saved<StoredSite>> CreateTopic(long siteId, TopicEdit edit)
    {
        if (await Find(siteId) is not { } site)
            return Saved<StoredSite>.Missing;
        if (SiteRules.Check(edit, site.ToSite().Languages) is { Count: > 0 } faults)
            return faults;
        await sql.Insert(new TopicRow
        {
            Id = ids.Next(),
            SiteId = siteId,
            Position = site.Topics.Select(t => t.Position).DefaultIfEmpty(-1).Max() + 1,
            Title = Titles(edit),
            ArchivedAt = edit.Archived ? clock.NowMs() : null,
        });
        return await Reread(siteId);
    }

    /// <summary>An archived topic is offered to no visitor any more; conversations about it keep it.</summary>
    public async Task<Saved<StoredSite>> UpdateTopic(long siteId, long topicId, TopicEdit edit)
    {
        if (await Find(siteId) is not { } site || site.Topics.FirstOrDefault(t => t.Id == topicId) is not { } before)
            return Saved<StoredSite>.Missing;
        if (SiteRules.Check(edit, site.ToSite().Languages) is { Count: > 0 } faults)
            return faults;
        await sql.Update(before with { Title = Titles(edit), ArchivedAt = edit.Archived ? before.ArchivedAt ?? clock.NowMs() : null });
        return await Reread(siteId);
    }

    public async Task<Saved<StoredSite>> OrderTopics(long siteId, TopicOrder order)
    {
        if (await Find(siteId) is not { } site)
            return Saved<StoredSite>.Missing;
        var shown = site.Topics.Where(t => t.ArchivedAt is null).Select(t => t.Id).ToList();
        if (order.Ids is null || !order.Ids.Order().SequenceEqual(shown.Order()))
            return new FieldFault("ids", Fault.TopicOrder);
        await sql.Order(order.Ids);
        return await Reread(siteId);
    }

    private static SiteRow Apply(SiteEdit edit, SiteRow row) => row with
    {
        Name = edit.Name!.Trim(),
        Origins = SiteJson.Write(edit.Origins!.Select(OriginRules.Normalize).Distinct()),
        Languages = SiteJson.Write(edit.Languages!.Distinct()),
        Color = edit.Color!.ToLowerInvariant(),
        Phone = string.IsNullOrWhiteSpace(edit.Phone) ? null : edit.Phone.Trim(),
        PreChat = SiteJson.Write(edit.PreChat ?? new PreChat(Field.Optional, Field.Optional, Field.Optional)),
        Wording = SiteJson.Write(edit.Wording ?? new Dictionary<string, IReadOnlyDictionary<string, string>>()),
    };

    private static string Titles(TopicEdit edit) => SiteJson.Write(edit.Title!.ToDictionary(t => t.Key, t => t.Value.Trim()));

    private async Task<Saved<StoredSite>> Reread(long id)
    {
        await sites.Refresh();
        return await Find(id) is { } site ? site : Saved<StoredSite>.Missing;
    }
}
