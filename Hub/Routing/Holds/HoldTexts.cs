using System.Collections.Frozen;
using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>What one site says to those who wait: its own words where it has some, else the built-in ones. Immutable.</summary>
public sealed class HoldTexts(IEnumerable<HoldMessage> own)
{
    public static readonly HoldTexts BuiltIn = new([]);

    private readonly FrozenDictionary<(HoldKind, string, long?), string> _own =
        own.ToFrozenDictionary(m => (m.Kind, m.Language, m.TopicId), m => m.Text);

    /// <summary>The topic's words, else those for all topics; null where the site has neither.</summary>
    /// <param name="language">IETF tag; the region does not matter.</param>
    public string? Own(HoldKind kind, long? topic, string language)
    {
        var spoken = language.Split('-')[0];
        return topic is not null && _own.TryGetValue((kind, spoken, topic), out var text) ? text : _own.GetValueOrDefault((kind, spoken, null));
    }

    /// <summary>The message as its customer reads it, plain text. Never empty, whatever is not known.</summary>
    /// <param name="language">The conversation's.</param>
    public string Say(HoldKind kind, long? topic, string language, HoldValues values) =>
        HoldRules.Render(kind, Own(kind, topic, language), values, HoldLanguage.For(language));

    /// <summary>To somebody who waits to be called. A site's own words speak of answering, so these are always the built-in ones.</summary>
    public static string SayOfCall(HoldKind kind, string language, HoldValues values) => HoldRules.Render(kind, null, values, HoldLanguage.ForCalls(language));
}
