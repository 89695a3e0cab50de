using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Routing.Skills;

/// <summary>What an agent's skills must be like. Pure.</summary>
public static class SkillRules
{
    /// <param name="topics">Of all sites, the archived ones too: a skill outlives an archive.</param>
    public static List<FieldFault> Check(AgentSkills edit, IReadOnlyCollection<long> topics)
    {
        var faults = new List<FieldFault>();
        foreach (var skill in edit.Skills ?? [])
        {
            if (skill is null || !topics.Contains(skill.TopicId))
                faults.Add(new("skills", Fault.TopicUnknown));
            else if (skill.Level is < SkillSet.Lowest or > SkillSet.Highest)
                faults.Add(new($"skills.{skill.TopicId}", Fault.SkillLevel));
        }
        if ((edit.Languages ?? []).Any(l => !SiteRules.Languages.Contains(l)))
            faults.Add(new("languages", Fault.LanguageUnknown));
        return faults;
    }
}
