using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>Invented customers and agents, to show an administrator how a message reads.</summary>
public static class HoldSamples
{
    private static readonly Person Claire = new(1, "Claire", null, Pronoun.She);
    private static readonly Person Arnaud = new(2, "Arnaud", null, Pronoun.He);
    private static readonly Person Camille = new(3, "Camille", null, Pronoun.They);
    private static readonly Person Lea = new(4, "Léa", null, Pronoun.She);

    /// <param name="own">The site's words; null: the built-in ones.</param>
    /// <param name="known">What is known of the site itself: its name, its phone, the topic.</param>
    public static IReadOnlyList<HoldSample> Of(HoldKind kind, string? own, HoldLanguage language, HoldValues known)
    {
        var all = new[] { Claire, Arnaud, Camille }
            .Select(agent => new HoldSample(agent.Pronoun, HoldRules.Render(kind, own, Full(agent, language, known), language)))
            .Append(new HoldSample(null, HoldRules.Render(kind, own, known with { Topic = null }, language)));
        return [.. all.DistinctBy(s => s.Text)];
    }

    private static HoldValues Full(Person agent, HoldLanguage language, HoldValues known) => known with
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
