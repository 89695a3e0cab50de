using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>Invented customers and agents, to show an administrator how a message reads.</summary>
public static class HoldSamples
{
    internal static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    internal static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);
    internal static readonly Person Camille = new(3, "Camille", null, Pronoun.They);
    private static readonly Person Lea = new(4, "Léa", null, Pronoun.She);

    /// <param name="own">The site's words; null: the built-in ones.</param>
    /// <param name="known">What is known of the site itself: its name, its phone, the topic.</param>
    public static IReadOnlyList<HoldSample> Of(HoldKind kind, string? own, HoldLanguage language, HoldValues known)
    {
        var all = new[] { Claire, Arnaud, Camille }
            .Select(agent => new HoldSample(agent.Pronoun, HoldRules.Render(kind, own, AWait(agent, language, known) with { Doing = Doing(kind) }, language)))
            .Append(new HoldSample(null, HoldRules.Render(kind, own, known with { Topic = null }, language)));
        return [.. all.DistinctBy(s => s.Text)];
    }

    private static AgentDoing Doing(HoldKind kind) => kind == HoldKind.WrappingUp ? AgentDoing.WrappingUp : AgentDoing.Finishing;

    /// <summary>Everything that can be known.</summary>
    internal static HoldValues AWait(Person agent, HoldLanguage language, HoldValues known) => known with
    {
        Agent = agent,
        Colleague = Lea,
        Reason = HoldReason.Away,
        Doing = AgentDoing.Finishing,
        Team = [Claire, Arnaud, Lea],
        Place = 2,
        FromMinutes = 3,
        ToMinutes = 6,
        Customer = "Alice",
        Opens = language == HoldLanguage.French ? "demain à 9\u00a0h" : "tomorrow at 9:00\u00a0am",
    };
}
