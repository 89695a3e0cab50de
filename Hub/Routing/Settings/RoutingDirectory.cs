using System.Collections.Frozen;
using SupportHub.Routing.Holds;
using SupportHub.Routing.Skills;
using SupportHub.Shared;

namespace SupportHub.Routing.Settings;

/// <summary>All that administrators set about routing, held in memory. What nobody set has the default.</summary>
public sealed class RoutingDirectory(RoutingSql sql) : IDirectory
{
    private readonly SemaphoreSlim _oneRefresh = new(1, 1);
    private volatile Held _held = new(RoutingRows.None);

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    public SiteWaiting Waiting(long site) => _held.Waiting.GetValueOrDefault(site) ?? RoutingRules.Waiting;

    /// <param name="topic">Absent: a conversation about no topic.</param>
    public TopicRouting Topic(long? topic) => _held.Topics.GetValueOrDefault(topic ?? 0) ?? RoutingRules.Topic(topic ?? 0);

    public SkillSet Skills(long agent) => _held.Skills.GetValueOrDefault(agent) ?? SkillSet.Everything;

    public HoldTexts Holds(long site) => _held.Holds.GetValueOrDefault(site) ?? HoldTexts.BuiltIn;

    /// <summary>The site's own hold messages, as stored.</summary>
    public IReadOnlyList<HoldMessage> HoldMessages(long site) => [.. _held.Rows.Holds.Where(h => h.SiteId == site).Select(h => h.ToMessage())];

    /// <summary>Reads everything again: at the start, after each change here, and every two seconds for changes made on other nodes.</summary>
    public async Task Refresh(CancellationToken cancel = default)
    {
        // One at a time: an older reading that ends later must not replace a newer one.
        await _oneRefresh.WaitAsync(cancel);
        try
        {
            var fresh = await sql.ReadAll(cancel);
            if (fresh.SameAs(_held.Rows))
                return;
            _held = new Held(fresh);
        }
        finally
        {
            _oneRefresh.Release();
        }
        Changed?.Invoke();
    }

    /// <summary>The rows of one reading, found by what they are about.</summary>
    private sealed class Held(RoutingRows rows)
    {
        public RoutingRows Rows { get; } = rows;

        public FrozenDictionary<long, SiteWaiting> Waiting { get; } = rows.Sites.ToFrozenDictionary(s => s.SiteId, s => s.ToWaiting());

        public FrozenDictionary<long, TopicRouting> Topics { get; } = rows.Topics.ToFrozenDictionary(t => t.TopicId, t => t.ToRouting());

        public FrozenDictionary<long, SkillSet> Skills { get; } = rows.Skills.Select(s => s.AgentId).Union(rows.Languages.Select(l => l.AgentId)).ToFrozenDictionary(
            agent => agent,
            agent => new SkillSet(
                rows.Skills.Where(s => s.AgentId == agent).ToFrozenDictionary(s => s.TopicId, s => s.Level),
                [.. rows.Languages.Where(l => l.AgentId == agent).Select(l => l.Language)]));

        public FrozenDictionary<long, HoldTexts> Holds { get; } =
            rows.Holds.GroupBy(h => h.SiteId).ToFrozenDictionary(g => g.Key, g => new HoldTexts(g.Select(h => h.ToMessage())));
    }
}
