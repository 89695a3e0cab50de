using SupportHub.Callbacks.Asking;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Twilio;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Callbacks;

public static class CallbacksFeature
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services) => services
        .AddPhoneLine()
        .AddSingleton<LineSql>()
        .AddDirectory<LineDirectory>()
        .AddSingleton<LineDesk>()
        .AddSingleton(s => new ServedChannel(ChannelKind.Phone, site => s.GetRequiredService<LineDirectory>().Working(site.Id) is not null))
        .AddSingleton<CallCounts>()
        .AddSingleton<CallRests>()
        .AddHostedService<CountsLoop>()
        .AddSingleton<CallSlots>()
        .AddSingleton<CallDesk>()
        .AddSingleton<AttemptSql>()
        .AddSingleton<CallBudget>()
        .AddSingleton<CallReport>()
        .AddSingleton<AttemptDesk>()
        .AddSingleton<CallVoice>()
        .AddSingleton<AttemptLoop>()
        .AddHostedService(s => s.GetRequiredService<AttemptLoop>());

    public static void MapCallbacks(this WebApplication app)
    {
        app.MapLines();
        app.MapCallHooks();
        // An agent who takes a call is called at once.
        var attempts = app.Services.GetRequiredService<AttemptLoop>();
        app.Services.GetRequiredService<CommitFeed>().Listen(batch =>
        {
            if (batch.Any(c => c is { StateChanged: true, State.Calling: true }))
                attempts.Wake();
            foreach (var over in batch.Where(c => c is { StateChanged: true, State: { Status: ConversationStatus.Resolved, CallAttempts: > 0 } }))
                _ = attempts.CallOff(over.State.Id, over.State.CallAttempts);
        });
    }
}
