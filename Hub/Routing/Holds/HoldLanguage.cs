using System.Collections.Frozen;
using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.Routing.Holds;

/// <summary>What a language says by itself: numbers, people, reasons, and a text for every occasion.</summary>
public abstract class HoldLanguage
{
    private readonly Lazy<FrozenDictionary<HoldKind, IReadOnlyList<IReadOnlyList<string>>>> _wordings;

    protected HoldLanguage()
    {
        _wordings = new(() => Enum.GetValues<HoldKind>().ToFrozenDictionary(kind => kind, Wordings));
    }

    public static HoldLanguage French { get; } = new HoldFrench();

    public static HoldLanguage English { get; } = new HoldEnglish();

    public static HoldLanguage FrenchCalls { get; } = new HoldFrenchCalls();

    public static HoldLanguage EnglishCalls { get; } = new HoldEnglishCalls();

    /// <param name="tag">IETF tag; a language that is not spoken here is answered in English.</param>
    public static HoldLanguage For(string tag) => tag.Split('-')[0].Equals("fr", StringComparison.OrdinalIgnoreCase) ? French : English;

    /// <summary>As <see cref="For"/>, of who waits to be called: whoever answers, calls.</summary>
    public static HoldLanguage ForCalls(string tag) => For(tag) == French ? FrenchCalls : EnglishCalls;

    /// <summary>The languages that have texts for every occasion.</summary>
    public static IReadOnlyList<HoldLanguage> All { get; } = [English, French];

    public abstract string Tag { get; }

    public string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"2e", "2nd".</summary>
    public abstract string Ordinal(int place);

    /// <summary>A wait in whole minutes, on one line: "3 to 6 min", "about 4 min", "under 2 min".</summary>
    public string Range(int from, int to) =>
        from <= 0 ? $"{Under} {to}\u00a0min" : from >= to ? $"{About} {to}\u00a0min" : $"{from}\u00a0{To}\u00a0{to}\u00a0min";

    /// <summary>"Claire, Arnaud or Léa": one of them, so that the verb is the same for one and for many.</summary>
    public string Either(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} {Or} {names[^1]}";

    /// <summary>"she"; the name itself where the person goes by that alone.</summary>
    public string Pronoun(Person person) => person.Pronoun switch
    {
        Shared.Pronoun.She => She,
        Shared.Pronoun.He => He,
        _ => person.FirstName,
    };

    /// <summary>What follows the pronoun: "is finishing with another customer". Null where nobody is there to do anything.</summary>
    /// <param name="whose">Of whom it is said; absent where that is not known.</param>
    public abstract string? Doing(AgentDoing doing, Pronoun? whose);

    /// <summary>A clause: "Claire had to step away". Null where the person in it is not known.</summary>
    public string? Reason(HoldReason reason, HoldValues values) => reason == HoldReason.Sooner
        ? values.Agent is { } agent ? $"{Pronoun(agent)} {Because(reason)}" : null
        : values.Colleague is { } colleague ? $"{colleague.FirstName} {Because(reason)}" : null;

    /// <summary>The built-in text: for each sentence its wordings, which need less and less. The first one whose values are all known is said.</summary>
    public IReadOnlyList<IReadOnlyList<string>> BuiltIn(HoldKind kind) => _wordings.Value[kind];

    /// <summary>What a language does to the text around a value.</summary>
    public virtual string Joined(string before, string value, bool person) => before + value;

    /// <summary>Puts spaces that don't break where the language wants them.</summary>
    public virtual string Unbroken(string text) => text;

    /// <summary>One string for each sentence; " | " between its wordings.</summary>
    protected abstract IReadOnlyList<string> Sentences(HoldKind kind);

    protected abstract string Because(HoldReason reason);

    protected abstract string She { get; }
    protected abstract string He { get; }
    protected abstract string Or { get; }
    protected abstract string To { get; }
    protected abstract string About { get; }
    protected abstract string Under { get; }

    private IReadOnlyList<IReadOnlyList<string>> Wordings(HoldKind kind) => [.. Sentences(kind).Select(s => Unbroken(s).Split(" | "))];
}
