using SupportHub.Callbacks.Asking;
using SupportHub.Callbacks.Board;
using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Lines.Trial;
using SupportHub.Callbacks.Pages;
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
        .AddSingleton<TrialSql>()
        .AddSingleton<TrialDesk>()
        .AddSingleton(s => new ServedChannel(ChannelKind.Phone, site => s.GetRequiredService<LineDirectory>() is { Phones.Count: > 0 } lines && lines.Working(site.Id) is not null))
        .AddSingleton<CallCounts>()
        .AddSingleton<CallRests>()
        .AddHostedService<CountsLoop>()
        .AddSingleton<CallSlots>()
        .AddSingleton<CallBoardSql>()
        .AddSingleton<CallBoardDesk>()
        .AddSingleton<CallMail>()
        .AddSingleton<CustomerZones>()
        .AddSingleton<CallGrants>()
        .AddSingleton<CallDesk>()
        .AddSingleton<CallPageDesk>()
        .AddSingleton<MailedWishes>()
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
        app.MapTrialHooks();
        app.MapCallPages();
        // An agent who takes a call is called at once.
        var attempts = app.Services.GetRequiredService<AttemptLoop>();
        var mailed = app.Services.GetRequiredService<MailedWishes>();
        app.Services.GetRequiredService<CommitFeed>().Listen(batch =>
        {
            if (batch.Any(c => c is { StateChanged: true, State.Calling: true }))
                attempts.Wake();
            foreach (var over in batch.Where(c => c is { StateChanged: true, State: { Status: ConversationStatus.Resolved, CallAttempts: > 0 } }))
                _ = attempts.CallOff(over.State.Id, over.State.CallAttempts);
            foreach (var committed in batch)
                if (committed.Entries.FirstOrDefault(MailedWishes.MayHoldOne) is { } answer)
                    _ = mailed.Read(committed.State.Id, answer);
        });
    }
}
