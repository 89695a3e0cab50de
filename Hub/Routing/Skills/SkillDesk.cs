using SupportHub.Agents;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Routing.Skills;

/// <summary>Which topics and languages an agent answers.</summary>
public sealed class SkillDesk(RoutingSql sql, RoutingDirectory routing, AgentDirectory agents, SiteDesk sites)
{
    public Saved<AgentSkills> Read(long agentId) =>
        agents.Find(agentId) is null ? Saved<AgentSkills>.Missing : routing.Skills(agentId).ToView();

    public async Task<Saved<AgentSkills>> Update(long agentId, AgentSkills edit)
    {
        if (agents.Find(agentId) is null)
            return Saved<AgentSkills>.Missing;
        var topics = (await sites.All()).SelectMany(s => s.Topics).Select(t => t.Id).ToHashSet();
        if (SkillRules.Check(edit, topics) is { Count: > 0 } faults)
            return faults;
        await sql.Save(agentId, new AgentSkills(edit.Skills ?? [], edit.Languages ?? []));
        await routing.Refresh();
        return Read(agentId);
    }
}
