using Microsoft.Extensions.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportHub.Shared;

namespace SupportHub.Load;

/// <summary>The raw limit: the same frames in and out, with nothing stored, decided or checked in between.</summary>
internal sealed class RelayHub : Hub
{
    public Task<Reply<Done>> Join(long conversation) => Done(Groups.AddToGroupAsync(Context.ConnectionId, $"c{conversation}"));

    public async Task<Reply<Sent>> Send(SendMessage message)
    {
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

internal static class RelayServer
{
    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR(hub => hub.MaximumParallelInvocationsPerClient = 16).AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
        var app = builder.Build();
        app.MapHub<RelayHub>("/relay");
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
