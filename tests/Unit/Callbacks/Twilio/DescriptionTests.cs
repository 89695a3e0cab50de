using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SupportHub.Callbacks.Twilio;
using SupportHub.Tests;

namespace SupportHub.Unit.Callbacks.Twilio;

/// <summary>Twilio's own OpenAPI description against what we send, and what we make of its examples.</summary>
public sealed partial class DescriptionTests
{
    private const string All = "/2010-04-01/Accounts/{AccountSid}/Calls.json";
    private const string One = "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json";
    private static readonly PhoneAccount Account = new("ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "secret");
    private const string Sid = "CAaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static readonly CallOrder Order = new("+33612345678", "+33184800000", new Uri("https://hub.example/voice?a=é"), new Uri("https://hub.example/status")) { DetectMachine = true };

    [Test]
    public void A_call_is_created_with_parameters_and_values_of_the_description()
    {
        Conforms(TwilioCalls.Create(Order), Form(All));
        Conforms(TwilioCalls.Create(Order with { DetectMachine = false }), Form(All));
        var names = TwilioCalls.Create(Order).Select(p => p.Key).ToList();
        Assert.That(Form(All).GetProperty("required").EnumerateArray().Select(n => n.GetString()), Is.SubsetOf(names));
        Assert.That(names.Intersect(["Url", "Twiml", "ApplicationSid"]).Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_call_is_ended_and_redirected_with_parameters_and_values_of_the_description()
    {
        Conforms(TwilioCalls.End, Form(One));
        Conforms(TwilioCalls.Redirect(new Uri("https://hub.example/voicemail")), Form(One));
    }

    [Test]
    public void Calls_are_looked_for_with_parameters_of_the_description()
    {
        var known = Description().GetProperty("paths").GetProperty(All).GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Where(p => p.GetProperty("in").GetString() == "query").ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("schema"));
        foreach (var (name, value) in TwilioCalls.Query(new CallSearch("+33612345678", "+33184800000", Sid, new DateOnly(2026, 11, 28))))
        {
            Assert.That(known.Keys, Does.Contain(name));
            Conforms(value, known[name], name);
        }
    }

    [Test]
    public void Addresses_are_the_descriptions()
    {
        Assert.That(TwilioCalls.All(Account).AbsolutePath, Is.EqualTo(All.Replace("{AccountSid}", Account.Sid)));
        Assert.That(TwilioCalls.One(Account, Sid).AbsolutePath, Is.EqualTo(One.Replace("{AccountSid}", Account.Sid).Replace("{Sid}", Sid)));
        Assert.That(TwilioCalls.Found(Account, new CallSearch(To: "+33612345678", Since: new DateOnly(2026, 11, 28))).Query, Is.EqualTo("?To=%2B33612345678&StartTime%3E=2026-11-28&PageSize=100"));
    }

    [Test]
    public void Every_status_of_the_description_is_understood() => Assert.That(
        Description().GetProperty("components").GetProperty("schemas").GetProperty("call_enum_status").GetProperty("enum").EnumerateArray().Select(word => TwilioJson.Status(word.GetString())),
        Has.None.EqualTo(LegStatus.Unheard));

    [Test]
    public void Every_example_of_an_answer_is_read()
    {
        var read = 0;
        foreach (var (operation, method) in new[] { (One, "get"), (One, "post"), (All, "post") })
            foreach (var example in Examples(operation, method))
            {
                var call = TwilioJson.Call(example.GetRawText());
                Assert.That(call, Is.Not.Null);
                Assert.That((call!.Sid, call.Status), Is.EqualTo((example.GetProperty("sid").GetString(), TwilioJson.Status(example.GetProperty("status").GetString()))));
                Assert.That(call.CreatedAtMs, Is.Not.Null);
                read++;
            }
        foreach (var example in Examples(All, "get"))
        {
            Assert.That(TwilioJson.Calls(example.GetRawText()), Has.Count.EqualTo(example.GetProperty("calls").GetArrayLength()));
            read++;
        }
        Assert.That(read, Is.GreaterThan(8));
    }

    private static void Conforms(IReadOnlyList<KeyValuePair<string, string>> sent, JsonElement schema)
    {
        var known = schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        Assert.That(sent.Select(p => p.Key).Distinct(), Is.SubsetOf(known.Keys));
        foreach (var (name, value) in sent)
            Conforms(value, known[name], name);
        foreach (var several in sent.CountBy(p => p.Key).Where(c => c.Value > 1))
            Assert.That(known[several.Key].GetProperty("type").GetString(), Is.EqualTo("array"), several.Key);
    }

    private static void Conforms(string value, JsonElement schema, string name)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(Description(), (at, part) => at.GetProperty(part));
        if (schema.TryGetProperty("enum", out var values))
            Assert.That(values.EnumerateArray().Select(v => v.GetString()), Does.Contain(value), name);
        else if (schema.TryGetProperty("description", out var words) && Choices().Match(words.GetString()!) is { Success: true } choices)
            Assert.That(Words().Matches(choices.Value).Select(m => m.Groups[1].Value), Does.Contain(value), name);
        if (schema.GetProperty("type").GetString() == "integer")
            Assert.That(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _), name);
        if (schema.TryGetProperty("pattern", out var pattern))
            Assert.That(value, Does.Match(pattern.GetString()!), name);
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "uri")
            Assert.That(Uri.IsWellFormedUriString(value, UriKind.Absolute), name);
    }

    private static IEnumerable<JsonElement> Examples(string path, string method) =>
        Description().GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").EnumerateObject().First()
            .Value.GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject().Select(e => e.Value.GetProperty("value"));

    private static JsonElement Form(string path) => Description().GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody")
        .GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema");

    private static JsonElement Description()
    {
        using var file = File.OpenRead(Corpora.Path("f_twilio", "twilio_v2010_calls.strict.json"));
        return JsonDocument.Parse(file).RootElement;
    }

    /// <summary>Where a value is one of a few, the description often says so in words only.</summary>
    [GeneratedRegex(@"Can be: (`[a-zA-Z-]+`(,? and |,? or |, )?)+")]
    private static partial Regex Choices();

    [GeneratedRegex("`([a-zA-Z-]+)`")]
    private static partial Regex Words();
}
