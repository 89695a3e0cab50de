using System.Text.Json;
using System.Xml.Linq;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Unit.Callbacks.Voice;

/// <summary>What is TwiML and what is not, from the outside test data.</summary>
internal sealed class Grammar
{
    private static readonly Dictionary<string, string> Enums = new()
    {
        ["statusCallbackEvent"] = "Event", ["input"] = "Input", ["record"] = "Record", ["trim"] = "Trim", ["ringTone"] = "RingTone", ["reason"] = "Reason",
    };

    private readonly JsonElement _elements;

    private Grammar(JsonElement elements) => _elements = elements;

    public static Grammar Read()
    {
        using var file = File.OpenRead(Corpora.Path("i_twiml", "twiml_voice_grammar.json"));
        return new Grammar(JsonDocument.Parse(file).RootElement.GetProperty("elements"));
    }

    public IReadOnlyList<string> Faults(string twiml)
    {
        var root = XDocument.Parse(twiml).Root!;
        return root.Name == "Response" ? [.. Faults(root)] : [$"{root.Name} is the root"];
    }

    private IEnumerable<string> Faults(XElement element)
    {
        if (!_elements.TryGetProperty(element.Name.LocalName, out var rule))
            return [$"{element.Name} is no element"];
        return element.Attributes().SelectMany(attribute => Faults(attribute, rule))
            .Concat(element.Nodes().OfType<XText>().Any(text => text.Value.Trim().Length > 0) && !rule.GetProperty("text").GetBoolean() ? [$"{element.Name} has text"] : [])
            .Concat(element.Elements().Where(child => !Has(rule, "children", child.Name.LocalName)).Select(child => $"{child.Name} in {element.Name}"))
            .Concat(element.Elements().SelectMany(Faults));
    }

    private static IEnumerable<string> Faults(XAttribute attribute, JsonElement rule)
    {
        var name = attribute.Name.LocalName;
        if (!Has(rule, "attributes", name))
            yield return $"{attribute.Parent!.Name} has {name}";
        if (name.EndsWith("method", StringComparison.OrdinalIgnoreCase) && attribute.Value is not ("GET" or "POST"))
            yield return $"{name} is {attribute.Value}";
        if (!Enums.TryGetValue(name, out var values) || !rule.GetProperty("enums").TryGetProperty(values, out var known))
            yield break;
        foreach (var value in attribute.Value.Split(' '))
            if (!known.EnumerateArray().Any(k => k.GetString() == value))
                yield return $"{name} is {value}";
    }

    private static bool Has(JsonElement rule, string list, string name) => rule.GetProperty(list).EnumerateArray().Any(k => k.GetString() == name);
}
