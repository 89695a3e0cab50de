using SupportHub.Routing.Holds;
using SupportHub.Shared;

namespace SupportHub.Tests.Routing.Holds;

internal static class Given
{
    public static readonly Person Claire = HoldSamples.Claire;
    public static readonly Person Arnaud = HoldSamples.Arnaud;
    public static readonly Person Camille = HoldSamples.Camille;

    /// <summary>Everything that can be known, with a colleague whose name French joins and who is one of the team.</summary>
    public static readonly HoldValues AWait =
        HoldSamples.AWait(Claire, HoldLanguage.French, new HoldValues { Topic = "Domaines", Site = "Hébergeur du Rhin", Phone = "01 84 80 00 00" })
            with { Colleague = Arnaud, Team = [Claire, Arnaud, Camille] };

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
