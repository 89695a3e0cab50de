using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Routing.Settings;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Routing;

/// <summary>What was observed, as the projection needs it; read again every few minutes.</summary>
/// <param name="Levels">By site: the quantile to announce.</param>
public sealed record Learnt(WaitModel Model, IReadOnlyDictionary<long, Calibration> Levels)
{
    public static Learnt Nothing { get; } = new(WaitModel.FirstDay, new Dictionary<long, Calibration>());

    public double Level(long site) => Levels.TryGetValue(site, out var known) ? known.Level : Calibration.Start.Level;

    public static async Task<Learnt> Read(Database database, AgentDirectory agents, SiteDirectory sites, RoutingDirectory routing, CancellationToken cancel)
    {
        var times = FullShares.Of(await LearningSql.HandleTimes(database, cancel), agent => agents.Find(agent)?.Capacity ?? 1);
        // The longest of the sites' expectations: too high costs little, too low breaks a promise.
        var prior = sites.All.Select(s => routing.Waiting(s.Id).HandleMinutes).DefaultIfEmpty(RoutingRules.Waiting.HandleMinutes).Max() * 60.0;
        return new Learnt(
            new WaitModel(HandleTimeModel.Learn(times, prior), Patience.Learn(await LearningSql.Waits(database, cancel))),
            Calibrate(await LearningSql.Outcomes(database, cancel)));
    }

    /// <summary>In the order in which the outcomes became known. Who went before the announced time tells nothing.</summary>
    public static IReadOnlyDictionary<long, Calibration> Calibrate(IEnumerable<OutcomeRow> outcomes)
    {
        var levels = new Dictionary<long, Calibration>();
        foreach (var outcome in outcomes)
        {
            var covered = outcome.EndedAt - outcome.At <= outcome.LateMs;
            if (outcome.How == WaitEnding.Answered || !covered)
                levels[outcome.SiteId] = (levels.TryGetValue(outcome.SiteId, out var level) ? level : Calibration.Start).Resolved(covered);
        }
        return levels;
    }
}
