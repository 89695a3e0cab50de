using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using NUnit.Framework;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Twilio;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>
/// Stoplight Prism between hub and telephone network, with Twilio's own description: what is asked and what is answered conforms to it, word for word.
/// <c>tests/run</c> fetches it where npm can.
/// </summary>
public sealed class PrismTests() : CallWorld(Engine.Sqlite)
{
    private static readonly string Program = Path.Combine(Repository.Root, "tests", "Prism", "node_modules", "@stoplight", "prism-cli", "dist", "index.js");

    private const string All = "/2010-04-01/Accounts/{AccountSid}/Calls.json";
    private const string One = "/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json";

    private static string Description => Corpora.Path("f_twilio", "twilio_v2010_calls.strict.json");

    [Test]
    public async Task A_whole_call_conforms_to_Twilios_own_description()
    {
        var proxy = new Uri($"http://127.0.0.1:{Ports.Free()}");
        await using var prism = await StartPrism(proxy);
        await using var wire = await CallWire.To(() => proxy);
        await Connect(l => l with { Address = wire.Address.ToString(), DetectMachine = true });
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        await WantsCall(lucie, id);

        // A call that the customer calls off: created and ended.
        await Accepts(claire, 1);
        await Eventually.Succeeds(async () => Assert.That((await Hub.Get<AttemptSql>().Find(id, 1))!.Known.Agent, Is.EqualTo(LegStatus.Ringing)));
        await lucie.Ask("CancelCall", id);
        await Phones.Sees(PhoneOf(1), "The caller hung up");
        // One that is talked on: created, fetched and its legs listed.
        await WantsCall(lucie, id);
        await Accepts(claire, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Sees(Lucie, "Talking with");
        await CallTimers.Pass(Hub.Get<Database>(), id, () => wire.All.Any(e => e is { Searches: true, Status: not null }) ? Task.CompletedTask : throw new TimeoutException("Nobody asks."));
        await Phones.Do(Lucie, "hang-up");
        await Sees(lucie, "called");

        // What the hub has given up was not answered by the description.
        await Eventually.Succeeds(() => wire.All.Any(e => e.Status is null && !e.Over.IsCancellationRequested) ? throw new TimeoutException("Something is under way.") : Task.CompletedTask);
        var asked = wire.All.Where(e => e.Status is not null).ToList();
        Assert.That(asked.Where(e => e.Violations.Length > 0 || e.Status is not (HttpStatusCode.OK or HttpStatusCode.Created)).Select(e => $"{e.Method} {e.Path}: {e.Status} {e.Violations} {e.Said}"), Is.Empty);
        Assert.That(await Unknown(asked), Is.Empty);
        Assert.That(
            (asked.Count(e => e.Orders), asked.Any(e => e.Changes), asked.Any(e => e.Searches), asked.Any(e => e.Method == "GET" && !e.Searches)),
            Is.EqualTo((2, true, true, true)), "created, ended, listed, fetched");
    }

    [Test]
    public async Task What_does_not_conform_is_noticed()
    {
        var proxy = new Uri($"http://127.0.0.1:{Ports.Free()}");
        await using var prism = await StartPrism(proxy);
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([new("To", PhoneOf(1)), new("From", Company), new("Url", "http://127.0.0.1/voice"), new("Timeout", "soon")]);
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Sid}:{Token}")));
        using var answer = await http.PostAsync(new Uri(proxy, $"/2010-04-01/Accounts/{Sid}/Calls.json"), form);
        Assert.That(answer.Headers.TryGetValues("sl-violations", out var violations) ? string.Join(' ', violations) : "", Does.Contain("Timeout"));
    }

    private async Task<ChildProcess> StartPrism(Uri proxy)
    {
        if (!File.Exists(Program))
            Assert.Ignore("Stoplight Prism is not here: run npm ci in tests/Prism to run this test.");
        var prism = ChildProcess.Start(["node", Program, "proxy", Description, NetworkAddress.ToString().TrimEnd('/'), "-h", "127.0.0.1", "-p", $"{proxy.Port}"]);
        await prism.Line(line => line.Contains("listening", StringComparison.OrdinalIgnoreCase), LongEnough.Usually);
        return prism;
    }

    /// <summary>What was really sent and the description has no name for: Prism lets it pass.</summary>
    private static async Task<IEnumerable<string>> Unknown(IEnumerable<Exchange> asked)
    {
        await using var file = File.OpenRead(Description);
        var paths = (await JsonDocument.ParseAsync(file)).RootElement.GetProperty("paths");
        return asked.SelectMany(e => Names(e).Except(Known(paths.GetProperty(e.Path.Contains("/Calls/", StringComparison.Ordinal) ? One : All), e)).Select(name => $"{e.Method} {e.Path}: {name}"));
    }

    private static IEnumerable<string> Names(Exchange e) => HttpUtility.ParseQueryString(e.Method == "GET" ? e.Path[(e.Path + '?').IndexOf('?')..] : e.Body).AllKeys.OfType<string>();

    private static IEnumerable<string> Known(JsonElement path, Exchange e) => e.Method == "GET"
        ? path.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)
        : path.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema").GetProperty("properties").EnumerateObject().Select(p => p.Name);
}
