using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using SupportHub.Callbacks.Lines;
using SupportHub.Integration.Lab.Phone;
using SupportHub.Lab.Phone;
using SupportHub.Lab.Phone.Network;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks;

/// <summary>A hub whose site's customers are called through the Lab's telephone network, day and night.</summary>
public abstract class CallWorld(Engine engine)
{
    protected const string Company = "+33184800000";
    protected const string Lucie = "+33612345678";
    protected const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    protected const string Token = "between the two of us";
    private static readonly ConditionalWeakTable<RawSignalR, HashSet<(long Conversation, long Until)>> Rung = [];
    private WebApplication _network = null!;

    protected TestDatabase Database { get; private set; } = null!;

    protected InProcessHub Hub { get; private set; } = null!;

    private protected PhonePage Phones { get; private set; } = null!;

    protected Uri NetworkAddress { get; private set; } = null!;

    /// <summary>All calls that the network was ever asked for, or dialled itself; oldest first.</summary>
    protected IReadOnlyList<Call> Calls => _network.Services.GetRequiredService<Exchange>().Calls;

    /// <summary>More of the hub's, as on the command line.</summary>
    protected virtual IReadOnlyList<string> Settings => [];

    protected virtual string[] Agents => ["Claire", "Arnaud"];

    [SetUp]
    public async Task Start()
    {
        Database = await TestDatabase.Create(engine);
        await World.Seed(Database, 3, Agents);
        NetworkAddress = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _network = LabPhone.Create(new LabPhoneSettings(NetworkAddress, Sid, Token)
        {
            Numbers = [Company], People = [new(PhoneOf(1), "Claire"), new(PhoneOf(2), "Arnaud"), new(Lucie, "Lucie")], SpeechPace = TimeSpan.Zero,
        });
        await _network.StartAsync();
        Phones = new PhonePage(NetworkAddress);
        Hub = await InProcessHub.Start(Database, null, Settings);
        await Hub.Get<HoursDesk>().Save(1, new HoursPlan("Europe/Paris", null, [], [], [new TopicChannel(World.Topic, ChannelKind.Phone, true, null, null)]));
        await Hub.Get<SiteDirectory>().Refresh();
        await Connect(l => l);
    }

    [TearDown]
    public async Task End()
    {
        await Hub.DisposeAsync();
        await _network.StopAsync();
        await _network.DisposeAsync();
        Phones.Dispose();
        Database.Dispose();
    }

    protected static string PhoneOf(long agent) => $"+3361200000{agent}";

    protected async Task Connect(Func<PhoneLine, PhoneLine> change)
    {
        var line = new PhoneLine(
            true, Sid, Token, null, null, null, null, NetworkAddress.ToString(), Company, Hub.Address.ToString(), ["FR", "BE"], LeadMinutes: 0, PauseMinutes: [5, 30],
            Phones: [.. Agents.Select((_, i) => new AgentPhone(i + 1, PhoneOf(i + 1)))]);
        var saved = await Hub.Get<LineDesk>().Update(1, change(line));
        Assert.That(saved.Value, Is.Not.Null, string.Join(", ", saved.Faults));
    }

    /// <returns>The conversation of somebody who has written about domains.</returns>
    protected static async Task<long> Asks(RawSignalR visitor, long session = 1) =>
        (await visitor.Ask("Start", new { session, topicId = World.Topic, body = "My domain is gone." })).GetProperty("id").GetInt64();

    protected static Task<JsonElement> WantsCall(RawSignalR visitor, long conversation, string number = Lucie, string country = "FR", long? at = null) =>
        visitor.Invoke("CallBack", new { conversation, number, country, at });

    /// <summary>As soon as it rings at the agent's console.</summary>
    protected static async Task Accepts(RawSignalR agent, long agentId) => await agent.Ask("Accept", await Rings(agent, agentId));

    /// <summary>The next offer at the agent's console. A summary may come more than once while it rings; that is the same offer.</summary>
    /// <param name="conversation">Absent: of any conversation.</param>
    /// <returns>The conversation.</returns>
    protected static async Task<long> Rings(RawSignalR agent, long agentId, long? conversation = null)
    {
        var known = Rung.GetOrCreateValue(agent);
        var offer = Offer(await agent.Next("Summary", p =>
            p.TryGetProperty("offeredTo", out var to) && to.GetInt64() == agentId && Offer(p) is var told && !known.Contains(told) && (conversation is null || conversation == told.Conversation)));
        known.Add(offer);
        return offer.Conversation;

        static (long Conversation, long Until) Offer(JsonElement summary) => (summary.GetProperty("id").GetInt64(), summary.GetProperty("offerUntil").GetInt64());
    }

    /// <summary>A conversation whose customer the agent has just called.</summary>
    protected async Task<long> Reached(RawSignalR agent, RawSignalR visitor)
    {
        var id = await Asks(visitor);
        await Sees(visitor, "joined");
        await WantsCall(visitor, id);
        await Accepts(agent, 1);
        await PicksUp(1);
        await Phones.Do(Lucie, "pick-up");
        await Phones.Do(Lucie, "hang-up");
        await agent.Next("Summary", p => p.TryGetProperty("called", out _));
        return id;
    }

    /// <summary>The agent picks the phone up, listens, and wants the call.</summary>
    protected async Task PicksUp(long agent)
    {
        await Phones.Do(PhoneOf(agent), "pick-up");
        await Phones.Sees(PhoneOf(agent), "To call now, press 1.");
        await Phones.Do(PhoneOf(agent), "key", "1");
    }

    /// <summary>What one sees on the timeline as soon as it is there.</summary>
    protected static async Task<JsonElement> Sees(RawSignalR visitor, string kind)
    {
        var push = await visitor.Next("Entries", p => p.GetProperty("entries").EnumerateArray().Any(e => e.GetProperty("kind").GetString() == kind));
        return push.GetProperty("entries").EnumerateArray().First(e => e.GetProperty("kind").GetString() == kind);
    }

    protected static string? Code(JsonElement reply) => reply.TryGetProperty("refusal", out var refusal) ? refusal.GetProperty("code").GetString() : null;
}
