using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Callbacks.Lines;
using SupportHub.Integration.Lab.Phone;
using SupportHub.Lab.Phone;
using SupportHub.Routing.Settings;
using Call = SupportHub.Lab.Phone.Network.Call;
using Switchboard = SupportHub.Lab.Phone.Network.Exchange;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>A hub that is a process of its own and can die, the telephone network beside it, and a wire in each direction. Each test has a customer of its own.</summary>
public abstract class KilledWorld(Engine engine)
{
    protected const string Company = "+33184800000";
    protected const string Claire = "+33612000001";
    private const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Token = "between the two of us";
    private static int _customers;
    private TestDatabase _database = null!;
    private WebApplication _network = null!;
    private string _cookie = null!;
    private string? _planted;
    private string _visitor = null!;
    private int _logged;

    private protected HubProcess Hub { get; private set; } = null!;

    private protected PhonePage Phones { get; private set; } = null!;

    /// <summary>From the hub to the network.</summary>
    private protected CallWire ToNetwork { get; private set; } = null!;

    /// <summary>From the network to the hub.</summary>
    private protected CallWire ToHub { get; private set; } = null!;

    /// <summary>Who gets the webhooks, where it is not the hub that everybody is connected to.</summary>
    private protected HubProcess? OtherNode { get; set; }

    private protected RawSignalR Agent { get; private set; } = null!;

    private protected RawSignalR Visitor { get; private set; } = null!;

    protected string Customer { get; private set; } = null!;

    protected long Conversation { get; private set; }

    [OneTimeSetUp]
    public async Task Begin()
    {
        _database = await NewDatabase();
        await World.Seed(_database, 3, "Claire");
        var phones = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _network = LabPhone.Create(new LabPhoneSettings(phones, Sid, Token) { Numbers = [Company], People = [new(Claire, "Claire")], SpeechPace = TimeSpan.Zero, Time = new PatientTime() });
        await _network.StartAsync();
        Phones = new PhonePage(phones);
        ToNetwork = await CallWire.To(() => phones);
        ToHub = await CallWire.To(() => OtherNode?.Address ?? Hub.Address);
        await using (var first = await InProcessHub.Start(_database))
            await SetUp(first);
        Hub = await HubProcess.Start(Settings);
    }

    protected virtual Task<TestDatabase> NewDatabase() => TestDatabase.Create(engine);

    protected virtual IReadOnlyList<string> Settings => [.. _database.Arguments, "--Limits:NewVisitorsPerMinute=10000"];

    [OneTimeTearDown]
    public async Task End()
    {
        await Hub.DisposeAsync();
        await ToHub.DisposeAsync();
        await ToNetwork.DisposeAsync();
        await _network.DisposeAsync();
        Phones.Dispose();
        _database.Dispose();
    }

    /// <summary>A customer has asked to be called.</summary>
    [SetUp]
    public async Task Asks()
    {
        Customer = $"+336123400{Interlocked.Increment(ref _customers) % 100:00}";
        _logged = Hub.Log.Length;
        _visitor = await World.Token(Hub.Address);
        await Connect();
        Conversation = (await Visitor.Ask("Start", new { session = 1, topicId = World.Topic, body = "My domain is gone." })).GetProperty("id").GetInt64();
        await Shows("joined");
        await Visitor.Ask("CallBack", new { conversation = Conversation, number = Customer, country = "FR" });
    }

    [TearDown]
    public async Task Leaves()
    {
        if (TestContext.CurrentContext.Result.FailCount > 0)
            TestContext.Out.WriteLine($"{Hub.Log}\n{string.Join('\n', ToNetwork.All.Concat(ToHub.All).Select(e => $"{e.Method} {e.Path} {e.Status}"))}");
        ToNetwork.LetAllPass();
        ToHub.LetAllPass();
        if (_planted is not null)
            await Unplant();
        foreach (var call in _network.Services.GetRequiredService<Switchboard>().Calls)
            call.HangUp();
        await Visitor.Invoke("Leave", Conversation);
        await Visitor.DisposeAsync();
        await Agent.DisposeAsync();
    }

    private protected async Task Connect()
    {
        Agent = await World.Agent(Hub.Address, _cookie);
        Visitor = await World.Visitor(Hub.Address, _visitor);
    }

    /// <summary>As soon as it rings at the agent's console.</summary>
    private protected async Task Accepts()
    {
        await Offered();
        await Agent.Ask("Accept", Conversation);
    }

    private protected Task Offered() => Eventually.Succeeds(async () =>
        Assert.That((await Row()).OfferedTo, Is.EqualTo(1)));

    private protected async Task PicksUp()
    {
        await Phones.Do(Claire, "pick-up");
        await Phones.Sees(Claire, "To call now, press 1.");
        await Phones.Do(Claire, "key", "1");
    }

    private protected async Task Kill()
    {
        await Hub.Kill();
        await Visitor.DisposeAsync();
        await Agent.DisposeAsync();
    }

    /// <summary>On the same data and address, and whoever was connected is again.</summary>
    private protected async Task StartAgain()
    {
        ToNetwork.LetAllPass();
        ToHub.LetAllPass();
        if (_planted is not null)
            await Unplant();
        await Hub.Start();
        await Connect();
    }

    /// <summary>Turns the clock of whatever the attempts wait for, until it is so.</summary>
    private protected Task InTime(Func<Task> until) => CallTimers.Pass(Database, Conversation, until);

    /// <summary>Since this test began.</summary>
    private protected Task Logs(string words) => Eventually.Succeeds(() =>
        Hub.Log[_logged..].Contains(words) ? Task.CompletedTask : throw new TimeoutException($"The hub did not log: {words}"));

    /// <param name="doing">INSERT or UPDATE.</param>
    private protected async Task Refuse(string doing, string table, string when)
    {
        await using var connection = await Database.Open();
        await PlantedRefusal.Plant(connection, engine, doing, table, when);
        _planted = table;
    }

    private protected async Task<(ConversationStatus Status, long? AgentId, bool Calling, long? CallAt, int CallAttempts, long? OfferedTo)> Row()
    {
        await using var connection = await Database.Open();
        return await connection.QuerySingleAsync<(ConversationStatus, long?, bool, long?, int, long?)>(
            "SELECT status, agent_id, calling, call_at, call_attempts, offered_to FROM conversations WHERE id = @Conversation", new { Conversation });
    }

    /// <summary>What the customer sees on the timeline, as soon as it is there.</summary>
    private protected async Task<JsonElement> Shows(string kind)
    {
        JsonElement found = default;
        await Eventually.Succeeds(async () => found = Entries(await Visitor.Ask("After", Conversation, 0)).Last(e => Kind(e) == kind));
        return found;
    }

    /// <summary>What the agent sees of calls: how they went on and ended, in its order.</summary>
    private protected async Task<string[]> Told() =>
    [
        .. Entries(await Agent.Ask("After", Conversation, 0)).Where(e => Kind(e) is "called" or "call-progress").Select(e => e.GetProperty("detail").GetProperty("call"))
            .Select(c => c.TryGetProperty("outcome", out var outcome) ? outcome.GetString()! : c.GetProperty("phase").GetString()!),
    ];

    /// <summary>The network has dialled so often, in all.</summary>
    private protected void Dialled(int agent, int customer) => Assert.That(
        (Calls(Claire).Count, Calls(Customer).Count), Is.EqualTo((agent, customer)), "calls that the network has seen");

    /// <summary>Of this test's customer, or to the agent for this test's conversation.</summary>
    private protected IReadOnlyList<Call> Calls(string number) =>
        [.. _network.Services.GetRequiredService<Switchboard>().Calls.Where(c => c.To == number && (number != Claire || c.Plan.Voice!.Url.AbsolutePath.Contains($"/{Conversation}/")))];

    private protected Database Database => new(Options.Create(new StorageOptions { Postgres = _database.Postgres, Folder = _database.Folder }));

    private static IEnumerable<JsonElement> Entries(JsonElement page) => page.GetProperty("entries").EnumerateArray();

    private static string Kind(JsonElement entry) => entry.GetProperty("kind").GetString()!;

    private async Task Unplant()
    {
        await using var connection = await Database.Open();
        await PlantedRefusal.Remove(connection, engine, _planted!);
        _planted = null;
    }

    private async Task SetUp(InProcessHub hub)
    {
        await hub.Get<HoursDesk>().Save(1, new HoursPlan("Europe/Paris", null, [], [], [new TopicChannel(World.Topic, ChannelKind.Phone, true, null, null)]));
        await hub.Get<SiteDirectory>().Refresh();
        var routing = hub.Get<RoutingDesk>();
        var rings = await routing.Update(1, new SiteRouting(routing.Read(1).Value!.Waiting, [RoutingRules.Topic(World.Topic) with { OfferSeconds = 120 }]));
        Assert.That(rings.Value, Is.Not.Null, string.Join(", ", rings.Faults));
        var saved = await hub.Get<LineDesk>().Update(1, new PhoneLine(
            true, Sid, Token, null, null, null, null, ToNetwork.Address.ToString(), Company, ToHub.Address.ToString(), ["FR"], LeadMinutes: 0, PauseMinutes: [5, 30],
            PerAddressADay: 1000, Phones: [new AgentPhone(1, Claire)]));
        Assert.That(saved.Value, Is.Not.Null, string.Join(", ", saved.Faults));
        _cookie = World.Cookie(hub, 1);
    }

    /// <summary>Whoever rings or waits for a key does it longer: a hub that starts on a busy machine takes its time.</summary>
    private sealed class PatientTime : TimeProvider
    {
        private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime >= Long ? dueTime * 4 : dueTime, period);
    }
}
