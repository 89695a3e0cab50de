using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportHub.Callbacks.Lines;
using SupportHub.Conversations;
using SupportHub.Lab.Phone;
using SupportHub.Lab.Phone.Network;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Load;

/// <summary>Thousands wait to be called, hundreds of them within the same minute: how long after its time is each one's agent dialled?</summary>
internal static class Calls
{
    private const int Waiting = 5_000;
    private const int Due = 500;
    private const int Agents = 40;
    private const string Company = "+33184800000";
    private const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Token = "between the two of us";
    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);

    public static async Task<int> Run(Options options)
    {
        var late = 0;
        for (var round = 1; round <= options.Rounds; round++)
            late += await Measure(Engine.Postgres) + await Measure(Engine.Sqlite);
        await PostgresServer.EndShared();
        return late == 0 ? 0 : 1;
    }

    /// <returns>How many were dialled later than two seconds after their time.</returns>
    private static async Task<int> Measure(Engine engine)
    {
        using var database = await TestDatabase.Create(engine);
        await World.Seed(database, 1, Enumerable.Range(1, Agents).Select(n => $"Agent{n}"));
        var web = new Uri($"http://127.0.0.1:{Ports.Free()}");
        await using var network = LabPhone.Create(new LabPhoneSettings(web, Sid, Token) { Numbers = [Company], SpeechPace = TimeSpan.Zero });
        await network.StartAsync();
        await using var hub = await InProcessHub.Start(database);
        await Connect(hub, web);
        var first = Now() + 45_000;
        var wanted = await Ask(hub, first);
        var calls = network.Services.GetRequiredService<Exchange>();
        var dialled = new ConcurrentDictionary<long, long>();
        var agents = await Task.WhenAll(Enumerable.Range(1, Agents).Select(id => Answer(hub, id, calls, dialled)));

        await Eventually.Succeeds(
            () => dialled.Count >= Due ? Task.CompletedTask : throw new TimeoutException($"{dialled.Count} were dialled."), TimeSpan.FromMilliseconds(first - Now()) + Spread + TimeSpan.FromMinutes(2));
        var took = dialled.Select(d => d.Value - wanted[d.Key]).Order().ToList();
        Console.WriteLine($"calls on {engine}: {Waiting} wait, {Due} due within {Spread.TotalSeconds:0} s; dialled after p50 {took[took.Count / 2]} ms, p99 {took[(int)(took.Count * 0.99)]} ms, last {took[^1]} ms");
        foreach (var agent in agents)
            await agent.DisposeAsync();
        return took.Count(t => t > 2000);
    }

    private static async Task Connect(InProcessHub hub, Uri web)
    {
        await hub.Get<HoursDesk>().Save(1, new HoursPlan("Europe/Paris", null, [], [], [new TopicChannel(World.Topic, ChannelKind.Phone, true, null, null)]));
        await hub.Get<SiteDirectory>().Refresh();
        var saved = await hub.Get<LineDesk>().Update(1, new PhoneLine(
            true, Sid, Token, null, null, null, null, web.ToString(), Company, hub.Address.ToString(), ["FR"], AtOnce: 50, CentsADay: 0,
            Phones: [.. Enumerable.Range(1, Agents).Select(n => new AgentPhone(n, $"+336120000{n:00}"))]));
        if (saved.Value is null)
            throw new InvalidOperationException(string.Join(", ", saved.Faults));
    }

    /// <returns>Conversations with their times, Unix milliseconds.</returns>
    private static async Task<IReadOnlyDictionary<long, long>> Ask(InProcessHub hub, long first)
    {
        var journal = hub.Get<Journal>();
        var wanted = Enumerable.Range(0, Waiting).ToDictionary(n => hub.Get<Ids>().Next(), n => n < Due ? first + n * (long)Spread.TotalMilliseconds / Due : first + 24 * 3600_000L);
        await using (var connection = await hub.Get<Database>().Open())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var id in wanted.Keys)
                await connection.ExecuteAsync("INSERT INTO visitors (id, site_id, created_at, seen_at) VALUES (@id, 1, 0, 0)", new { id }, transaction);
            await transaction.CommitAsync();
        }
        foreach (var some in wanted.Chunk(500))
        {
            await Task.WhenAll(some.Select(w => journal.Submit(w.Key, new Command.Start(Author.Visitor(w.Key), 1, 1, World.Topic, "Domains", "en", "My domain is gone.", null, null)).AsTask()));
            await Task.WhenAll(some.Select((w, n) => journal.Submit(w.Key, new Command.WantCall(Author.Visitor(w.Key), $"+336123{n:00000}", "", "", w.Value, null)).AsTask()));
        }
        return wanted;
    }

    /// <summary>Takes whatever rings, and has done with it as soon as it is dialled.</summary>
    private static async Task<RawSignalR> Answer(InProcessHub hub, long id, Exchange calls, ConcurrentDictionary<long, long> dialled)
    {
        var agent = await World.Agent(hub, id);
        _ = Task.Run(async () =>
        {
            while (!agent.Closed.IsCompleted)
            {
                var ringing = await agent.Next("Summary", p => p.TryGetProperty("offeredTo", out var to) && to.GetInt64() == id, TimeSpan.FromMinutes(5));
                var conversation = ringing.GetProperty("id").GetInt64();
                if ((await agent.Invoke("Accept", conversation)).TryGetProperty("refusal", out JsonElement _))
                    continue;
                var call = await Eventually.Gives(() => calls.Calls.LastOrDefault(c => c.Plan.Voice?.Url.AbsolutePath.Contains($"/{conversation}/", StringComparison.Ordinal) is true));
                dialled.TryAdd(conversation, call.Created.ToUnixTimeMilliseconds());
                await agent.Invoke("Resolve", new { conversation, outcome = "solved" });
            }
        });
        return agent;
    }

    private static long Now() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
