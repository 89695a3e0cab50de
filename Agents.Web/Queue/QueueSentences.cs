using System.Globalization;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Queue;

public static class QueueSentences
{
    /// <summary>Whom a customer waits for, where nobody is reserved: "attend Claire ou Léa", "fermé, ouvre demain à 09:00".</summary>
    public static string Who(WaitingCard? card, Texts t, long now, CultureInfo culture, TimeZoneInfo zone) => card switch
    {
        { Doing: AgentDoing.Closed, OpensAt: { } at } => t.ClosedUntil(Times.Coming(at, now, t, culture, zone)),
        { Doing: AgentDoing.Closed } => t.Closed,
        { Doing: AgentDoing.NobodyHere, OpensAt: { } at } => t.NobodyUntil(Times.Coming(at, now, t, culture, zone)),
        { Doing: AgentDoing.NobodyHere } => t.NobodyHere,
        { Team: { Count: > 0 } team } => t.WaitsForTeam(Either([.. team.Select(p => p.FirstName)], t.Or)),
        _ => t.StatusWaiting,
    };

    public static string Either(IReadOnlyList<string> names, string or) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} {or} {names[^1]}";
}
