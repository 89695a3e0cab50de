using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SupportHub.Shared;

namespace SupportHub.Load;

/// <summary>The raw limit: the same frames in and out, with nothing decided or checked in between, and nothing stored but a bare row where it is asked for.</summary>
internal sealed class RelayHub(BareRows rows) : Hub
{
    public Task<Reply<Done>> Join(long conversation) => Done(Groups.AddToGroupAsync(Context.ConnectionId, $"c{conversation}"));

    public async Task<Reply<Sent>> Send(SendMessage message)
    {
        await rows.Insert(message.Body ?? "");
        var entry = new Entry(message.Number, EntryKind.Message, AuthorKind.Visitor, null, message.Body, null, 1_790_000_000_000, message.Session, message.Number);
        await Clients.Group($"c{message.Conversation}").SendAsync("Entries", new EntriesPush(message.Conversation, message.Number - 1, [entry]));
        return new Sent(message.Conversation, message.Number, entry.At);
    }

    private static async Task<Reply<Done>> Done(Task task)
    {
        await task;
        return new Done();
    }
}

/// <summary>A table without an index. Rows that wait are committed together, in one statement on one connection.</summary>
internal sealed class BareRows(NpgsqlConnection? postgres)
{
    private readonly Channel<(string Body, TaskCompletionSource Done)> _waiting = Channel.CreateUnbounded<(string, TaskCompletionSource)>(new() { SingleReader = true });

    public static async Task<BareRows> In(string? database)
    {
        if (database is null)
            return new BareRows(null);
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand("CREATE TABLE bare_rows (body TEXT NOT NULL)", connection);
        await create.ExecuteNonQueryAsync();
        var rows = new BareRows(connection);
        _ = rows.Commit();
        return rows;
    }

    public Task Insert(string body)
    {
        if (postgres is null)
            return Task.CompletedTask;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((body, done));
        return done.Task;
    }

    private async Task Commit()
    {
        await using var insert = new NpgsqlCommand("INSERT INTO bare_rows SELECT unnest($1)", postgres);
        var bodies = new NpgsqlParameter<string[]>();
        insert.Parameters.Add(bodies);
        List<(string Body, TaskCompletionSource Done)> batch = [];
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (_waiting.Reader.TryRead(out var row))
                batch.Add(row);
            bodies.TypedValue = [.. batch.Select(row => row.Body)];
            try
            {
                if (!insert.IsPrepared)
                    await insert.PrepareAsync();
                await insert.ExecuteNonQueryAsync();
                batch.ForEach(row => row.Done.SetResult());
            }
            catch (NpgsqlException failure)
            {
                batch.ForEach(row => row.Done.SetException(failure));
            }
        }
    }
}

internal static class RelayServer
{
    /// <param name="args">The relay stores a bare row of each message first, where <c>--Storage:Postgres</c> names a database.</param>
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(await BareRows.In(builder.Configuration["Storage:Postgres"]));
        builder.Services.AddSignalR(hub => hub.MaximumParallelInvocationsPerClient = 16).AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        var app = builder.Build();
        app.MapHub<RelayHub>("/relay");
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
