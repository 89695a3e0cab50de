using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Queue;

public static class QueueSentences
{
    /// <summary>Whom a customer waits for, where nobody is reserved yet: "attend Claire ou Léa".</summary>
    public static string Who(WaitingCard? card, Texts t) => card switch
    {
        { Doing: AgentDoing.NobodyHere } => t.NobodyHere,
        { Doing: AgentDoing.Closed } => t.LeftWhileClosed,
        { Team: { Count: > 0 } team } => t.WaitsForTeam(Either([.. team.Select(p => p.FirstName)], t.Or)),
        _ => t.StatusWaiting,
    };

    public static string Either(IReadOnlyList<string> names, string or) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {or} {names[^1]}";
}
