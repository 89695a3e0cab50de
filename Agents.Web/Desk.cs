using SupportHub.AgentsWeb.Calls;
using SupportHub.AgentsWeb.Composer;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Email;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb;

/// <summary>The agent's desk: starts everything in its order, and does what is done to a conversation as a whole.</summary>
public sealed class Desk(
    Line line,
    SignIn signIn,
    Browser browser,
    ServerClock clock,
    Team team,
    ConversationDesk conversations,
    OutboxLoop outbox,
    UploadDesk uploads,
    Words words,
    Preferences preferences,
    Toasts toasts,
    Beat beat)
{
    public bool Ready { get; private set; }

    public async Task Begin()
    {
        if (Ready)
            return;
        await browser.Load();
        words.Begin();
        preferences.Begin();
        line.Welcomed += Welcome;
        line.On<AgentsPush>(nameof(IAgentClient.Agents), team.Fold);
        line.On<SettingsPush>(nameof(IAgentClient.Settings), team.Fold);
        Ready = true;
        _ = line.Run();
        _ = beat.Run();
    }

    public async Task<bool> Take(long conversation) =>
        Told(await line.Call<Done>(nameof(IAgentHub.Take), conversation));

    public async Task<bool> Transfer(TransferConversation transfer) =>
        Told(await line.Call<Done>(nameof(IAgentHub.Transfer), transfer), words.Texts.Transferred);

    public async Task<bool> Resolve(ResolveConversation resolve) =>
        Told(await line.Call<Done>(nameof(IAgentHub.Resolve), resolve), words.Texts.ResolvedDone);

    public async Task<bool> MailAgain(MailAgain again) =>
        Told(await line.Call<Done>(nameof(IAgentHub.MailAgain), again), MailTexts.In(words.Texts.Tag).OnItsWay);

    public async Task<bool> CallAgain(CallAgain again) =>
        Told(await line.Call<Done>(nameof(IAgentHub.CallAgain), again), again.At is null ? null : CallTexts.In(words.Texts.Tag).AgainBooked);

    public async Task<bool> CorrectCall(CorrectCall correct) =>
        Told(await line.Call<Done>(nameof(IAgentHub.CorrectCall), correct));

    public async Task SendTranscript(long conversation)
    {
        var m = MailTexts.In(words.Texts.Tag);
        var reply = await line.Call<Done>(nameof(IAgentHub.SendTranscript), new SendTranscript(conversation));
        if (reply?.Refusal?.Code == RefusalCode.Empty)
            toasts.Regret(m.TranscriptEmpty);
        else
            Told(reply, m.TranscriptLeaves);
    }

    public async Task SetPresence(Shared.Presence presence)
    {
        var before = team.Me.Presence;
        // Choosing what it became by itself is a choice, too: the reason goes.
        if (presence == before && team.Me.Reason is null)
            return;
        team.Assume(presence);
        if (Told(await line.Call<Done>(nameof(IAgentHub.SetPresence), presence)))
            toasts.Say(words.Texts.NowPresence(words.Texts.Presence(presence).ToLower(words.Culture)), () => _ = SetPresence(before));
        else
            team.Assume(before);
    }

    /// <summary>What has just ended is written up: the next one may come.</summary>
    public async Task BeReady()
    {
        if (Told(await line.Call<Done>(nameof(IAgentHub.Ready))))
            team.AssumeReady();
    }

    public void Typing(long conversation) => _ = line.Call<Done>(nameof(IAgentHub.Typing), conversation);

    private async Task Welcome(AgentWelcome welcome)
    {
        clock.Set(welcome.Now);
        team.Welcome(welcome);
        await outbox.Begin(welcome.Me.Person.Id);
        uploads.Begin(welcome.Me.Person.Id, welcome.AttachmentBytes);
        outbox.Send();
        _ = signIn.Check();
        await conversations.Welcome(welcome);
    }

    private bool Told(Reply<Done>? reply, string? done = null)
    {
        if (reply?.Value is null)
            toasts.Regret(words.Texts.Refusal(reply?.Refusal?.Code));
        else if (done is not null)
            toasts.Say(done);
        return reply?.Value is not null;
    }
}
