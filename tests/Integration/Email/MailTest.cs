using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A hub on a database of its own, whose mailbox is connected to a mail server that does what the test says.</summary>
public abstract class MailTest(Engine engine)
{
    protected const string Marc = "marc@customer.example";

    /// <summary>On the hub's database, and there when that is dead.</summary>
    private Storage.Database _store = null!;

    protected Engine Engine => engine;

    protected TestDatabase Database { get; private set; } = null!;

    protected InProcessHub Hub { get; private set; } = null!;

    protected ScriptedSmtp Smtp { get; private set; } = null!;

    /// <summary>The hub's; none: the real one.</summary>
    protected virtual TimeProvider? Clock => null;

    /// <summary>Of each agent, in chats.</summary>
    protected virtual int Capacity => 20;

    protected virtual string[] Agents => ["Claire"];

    [SetUp]
    public async Task Start()
    {
        Database = await NewDatabase();
        await World.Seed(Database, Capacity, Agents);
        _store = new(Options.Create(new StorageOptions { Postgres = Database.Postgres, Folder = Database.Folder }));
        Hub = await StartHub();
        Smtp = ScriptedSmtp.Start();
        await Connect();
    }

    [TearDown]
    public async Task End()
    {
        await Hub.DisposeAsync();
        await Smtp.DisposeAsync();
        await Disconnect();
        Database.Dispose();
    }

    /// <summary>The mail server has the next mail, and answers when it is let.</summary>
    protected (TaskCompletionSource Taken, TaskCompletionSource Answers) Holds()
    {
        TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously), answers = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Smtp.OnTaken = async () =>
        {
            taken.TrySetResult();
            await answers.Task;
        };
        return (taken, answers);
    }

    /// <summary>The agent answers a mail; the mail server has the answer, and says so when it is let.</summary>
    protected async Task<(long Conversation, TaskCompletionSource Answers)> InTheAir(RawSignalR agent)
    {
        await Mailed(Marc);
        var id = (await agent.Next("Summary", s => Text(s, "status") == "assigned")).GetProperty("id").GetInt64();
        var (taken, answers) = Holds();
        await agent.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true });
        await taken.Task.WaitAsync(LongEnough.Usually);
        return (id, answers);
    }

    protected virtual Task<InProcessHub> StartHub() => InProcessHub.Start(Database, Clock);

    protected virtual Task<TestDatabase> NewDatabase() => TestDatabase.Create(engine);

    protected virtual Task Connect() => MailWorld.Connect(Hub, Smtp.Port);

    /// <summary>Ends what <see cref="Connect"/> began, if it came so far.</summary>
    protected virtual Task Disconnect() => Task.CompletedTask;

    protected async Task<long> Count(string sql)
    {
        await using var connection = await _store.Open();
        return await connection.QueryFirstAsync<long>(sql);
    }

    protected async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        await using var connection = await _store.Open();
        return [.. await connection.QueryAsync<T>(sql)];
    }

    protected async Task Run(string sql)
    {
        await using var connection = await _store.Open();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Somebody at this address writes, and gets the confirmation.</summary>
    protected async Task Mailed(string address)
    {
        await MailWorld.Post(Hub, MailWorld.Mail(address, MailWorld.Address, "Question", "How long?"));
        await Smtp.To(address);
    }

    /// <summary>What waits in the outbox is tried at once.</summary>
    protected Task DueNow() => Run("UPDATE outbox SET due_at = 0 WHERE state = 0");

    protected static IEnumerable<JsonElement> Entries(JsonElement page) => page.GetProperty("entries").EnumerateArray();

    /// <summary>What an agent is told of a conversation's mails: the seq of the message, and how it is.</summary>
    protected static async Task<List<(int Of, string State)>> Deliveries(RawSignalR agent, long id) =>
        [.. Entries(await agent.Ask("After", id, 0)).Where(e => ChatTests.Kind(e) == "delivery")
            .Select(e => e.GetProperty("detail").GetProperty("delivery")).Select(d => (d.GetProperty("of").GetInt32(), d.GetProperty("state").GetString()!))];

    /// <summary>What is said with that.</summary>
    protected static async Task<List<string?>> Words(RawSignalR agent, long id) =>
        [.. Entries(await agent.Ask("After", id, 0)).Where(e => ChatTests.Kind(e) == "delivery" && e.TryGetProperty("body", out _)).Select(e => e.GetProperty("body").GetString())];

    protected static string? Text(JsonElement summary, string name) => summary.TryGetProperty(name, out var value) ? value.GetString() : null;
}
