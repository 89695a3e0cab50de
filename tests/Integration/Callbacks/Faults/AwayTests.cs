using Dapper;
using NUnit.Framework;
using SupportHub.Callbacks.Calling;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>PostgreSQL is slow or away, and so is Redis, when the network asks and tells: it is answered in time all the same, and the call goes its way.</summary>
public sealed class AwayTests() : KilledWorld(Engine.Postgres)
{
    /// <summary>
    /// The network waits for 15. The hub gives the database one second and promises an answer within two; the rest is for a machine that runs much
    /// else meanwhile. Without that second it would be as long as the database is away, or the 15 that its driver waits.
    /// </summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);
    private PostgresServer _postgres = null!;
    private RedisServer _redis = null!;

    protected override IReadOnlyList<string> Settings => [.. base.Settings, $"--Redis:Connection={_redis.Connection}"];

    [OneTimeTearDown]
    public async Task EndServers()
    {
        await _postgres.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Test]
    public async Task A_call_whose_every_word_comes_while_the_database_is_away_is_made_and_told_of()
    {
        // Webhooks come to another node than the one that the agent and the customer are connected to.
        await using var other = await HubProcess.Start(Settings);
        OtherNode = other;
        await Accepts();
        await Phones.Sees(Claire, "Ringing");

        await _postgres.Crash();
        await Phones.Do(Claire, "pick-up");
        await AskedToWait(CallHooks.Agent);
        await _postgres.Start();
        await Phones.Sees(Claire, "To call now, press 1.");

        await _redis.Stop();
        await using (var slow = await Database.Open())
        {
            await using var held = await slow.BeginTransactionAsync();
            await slow.ExecuteAsync("LOCK TABLE call_attempts IN ACCESS EXCLUSIVE MODE", transaction: held);
            await Phones.Do(Claire, "key", "1");
            await AskedToWait(CallHooks.Key);
        }
        await _postgres.Crash();
        await AskedToWait(CallHooks.Key);
        await _postgres.Start();
        await Phones.Sees(Customer, Company);
        await Phones.Do(Customer, "pick-up");
        await Phones.Sees(Customer, "Talking with");

        await _postgres.Crash();
        await Phones.Do(Customer, "hang-up");
        await AskedToWait(CallHooks.Dialled);
        await _postgres.Start();
        await InTime(async () => Assert.That((await Row()).Calling, Is.False));
        await _redis.Start();

        Assert.That((await Shows("called")).GetProperty("detail").GetProperty("call").GetProperty("outcome").GetString(), Is.EqualTo("reached"));
        Assert.That((await Row()).Status, Is.EqualTo(ConversationStatus.Assigned));
        Dialled(agent: 1, customer: 1);
        await TestContext.Out.WriteLineAsync($"The slowest answer to the network took {ToHub.All.Max(e => e.Took).TotalMilliseconds:0} ms");
        Assert.That(ToHub.All.Where(e => e.Took > AnswersWithin).Select(e => $"{e.Path} {e.Status} {e.Took} {e.Said}"), Is.Empty, "answered late");
        OtherNode = null;
    }

    protected override async Task<TestDatabase> NewDatabase()
    {
        _redis = await RedisServer.Create();
        _postgres = await PostgresServer.Create();
        return await TestDatabase.CreateOn(_postgres);
    }

    /// <summary>The next answer to it says: ask again in a moment.</summary>
    private async Task AskedToWait(string hook)
    {
        var before = ToHub.All.Count(e => e.IsHook(hook) && e.Said.Contains("<Redirect"));
        await Eventually.Succeeds(() =>
            ToHub.All.Count(e => e.IsHook(hook) && e.Said.Contains("<Redirect")) > before ? Task.CompletedTask : throw new TimeoutException($"{hook} was not asked to wait."));
    }
}
