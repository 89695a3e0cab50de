using SupportHub.AgentsWeb.Connection;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Presence;

/// <summary>What the welcome and the pushes since tell about the house: me, my colleagues, the sites and their topics, the canned replies, the outcomes.</summary>
public sealed class Team
{
    private long _me;

    public bool Known { get; private set; }
    public IReadOnlyList<AgentStatus> Agents { get; private set; } = [];
    public IReadOnlyList<SiteBrief> Sites { get; private set; } = [];
    public IReadOnlyList<CannedReply> CannedReplies { get; private set; } = [];
    public IReadOnlyList<string> Outcomes { get; private set; } = [];
    public AgentStatus Me { get; private set; } = new(new Person(0, "", null, Pronoun.They), Role.Agent, Shared.Presence.Offline, false, 0, 0);

    /// <summary>A site's customers can be called, or could: its telephone may be turned off for now.</summary>
    public bool Calls => Sites.Any(s => s.Calls);
    public Signal Changed { get; } = new();

    public void Welcome(AgentWelcome welcome)
    {
        Known = true;
        _me = welcome.Me.Person.Id;
        (Me, Outcomes) = (welcome.Me, welcome.Outcomes);
        Fold(new SettingsPush(welcome.Sites, welcome.CannedReplies));
        Fold(new AgentsPush(welcome.Agents));
    }

    public void Fold(AgentsPush push)
    {
        Agents = push.Agents;
        Me = Agents.FirstOrDefault(a => a.Person.Id == _me) ?? Me;
        Changed.Raise();
    }

    public void Fold(SettingsPush push)
    {
        (Sites, CannedReplies) = (push.Sites, push.CannedReplies);
        Changed.Raise();
    }

    /// <summary>Shown at once; the server's word replaces it.</summary>
    public void Assume(Shared.Presence chosen)
    {
        Me = Me with { Presence = chosen, Reason = null };
        Changed.Raise();
    }

    /// <summary>As <see cref="Assume"/>.</summary>
    public void AssumeReady()
    {
        Me = Me with { WrapUps = null };
        Changed.Raise();
    }

    public Person? Person(long? agent) => Agents.FirstOrDefault(a => a.Person.Id == agent)?.Person;

    public string? SiteName(long site) => Sites.FirstOrDefault(s => s.Id == site)?.Name;

    /// <summary>The topic's title in the reader's language, or in any it has.</summary>
    public string? TopicTitle(long? topic, string language)
    {
        var title = Sites.SelectMany(s => s.Topics).FirstOrDefault(t => t.Id == topic)?.Title;
        return title is null ? null : title.GetValueOrDefault(language) ?? title.Values.FirstOrDefault();
    }
}
