using SupportHub.Routing.Holds;
using SupportHub.Shared;

namespace SupportHub.Tests.Routing.Holds;

internal static class Given
{
    public static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    public static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);
    public static readonly Person Camille = new(3, "Camille", null, Pronoun.They);

    /// <summary>Everything that can be known.</summary>
    public static readonly HoldValues AWait = new()
    {
        Agent = Claire,
        Colleague = Arnaud,
        Reason = HoldReason.Away,
        Doing = AgentDoing.Finishing,
        Team = [Claire, Arnaud, Camille],
        Place = 2,
        FromMinutes = 3,
        ToMinutes = 6,
        Topic = "Domaines",
        Site = "Hébergeur du Rhin",
        Customer = "Marc",
        Opens = "demain à 9 h",
        Phone = "01 84 80 00 00",
    };

    /// <summary>Each value known or not, in every combination.</summary>
    public static IEnumerable<HoldValues> WaitsOfAllSorts()
    {
        Func<HoldValues, HoldValues>[] forget =
        [
            v => v with { Agent = null }, v => v with { Colleague = null }, v => v with { Reason = null }, v => v with { Doing = null }, v => v with { Team = [] },
            v => v with { Place = null }, v => v with { FromMinutes = null }, v => v with { ToMinutes = null }, v => v with { Topic = null }, v => v with { Opens = null },
            v => v with { Site = null, Customer = null, Phone = null },
        ];
        return Enumerable.Range(0, 1 << forget.Length).Select(mask => forget.Where((_, at) => (mask & (1 << at)) != 0).Aggregate(AWait, (wait, one) => one(wait)));
    }
}
