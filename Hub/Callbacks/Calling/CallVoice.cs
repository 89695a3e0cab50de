using NodaTime;
using SupportHub.Agents;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using SupportHub.Callbacks.Voice;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Calling;

/// <summary>What is said and done on a call, as it goes on: each answer is TwiML.</summary>
public sealed class CallVoice(AttemptDesk attempts, AttemptSql sql, OpenConversations conversations, AgentDirectory agents, SiteDirectory sites, Database database)
{
    private const string ConnectKey = "1";
    private const string DeclineKey = "2";

    public async Task<string?> AgentAnswered(HeardCall call)
    {
        if (await Happen(call, new AttemptEvent.AgentHeard(call.Report.Sid, LegStatus.Answered)) is not { } attempt || !IsOurs(attempt, call))
            return VoiceAnswers.HangUp();
        if (attempt.Known.Outcome is { } over)
            return VoiceAnswers.Goodbye(Language(attempt), over, attempt.Known.Key);
        return VoiceAnswers.AskAgent(Language(attempt), await Briefing(attempt), Hook(call, CallHooks.Key));
    }

    public async Task<string?> KeyPressed(HeardCall call)
    {
        // Another key than the two that were named: asked once more.
        if (call.Report.Keys is { Length: > 0 } and not (ConnectKey or DeclineKey))
            return await AgentAnswered(call);
        var key = call.Report.Keys switch
        {
            ConnectKey => Attempts.KeyPressed.Connect,
            DeclineKey => Attempts.KeyPressed.Decline,
            _ => Attempts.KeyPressed.None,
        };
        if (await Happen(call, new AttemptEvent.Pressed(call.Report.Sid, key)) is not { } attempt || !IsOurs(attempt, call))
            return VoiceAnswers.HangUp();
        var known = attempt.Known;
        return known.Connects
            ? VoiceAnswers.Connect(Language(attempt), new CustomerLeg(attempt.Customer, call.Line.Number, Hook(call, CallHooks.Dialled), Hook(call, CallHooks.CustomerStatus))
            {
                RingSeconds = (int)AttemptLimits.Usual.CustomerRings.TotalSeconds,
                LimitSeconds = (int)call.Line.Talk.TotalSeconds,
                DetectMachine = call.Line.Settings.DetectMachine,
            })
            : VoiceAnswers.Goodbye(Language(attempt), known.Outcome ?? AttemptOutcome.AgentMissed, known.Key);
    }

    public async Task<string?> DialOver(HeardCall call)
    {
        if (call.Report.Dialled is not { } dialled
            || await Happen(call, new AttemptEvent.CustomerHeard(dialled.Sid, dialled.Status, Seconds: dialled.Seconds)) is not { } attempt || !IsOurs(attempt, call))
            return VoiceAnswers.HangUp();
        return VoiceAnswers.Goodbye(Language(attempt), attempt.Known.Outcome ?? AttemptOutcome.Reached, attempt.Known.Key);
    }

    /// <summary>The customer's answering machine listens.</summary>
    public async Task<string?> Machine(HeardCall call) => await sql.Find(call.Conversation, call.Number) is { } attempt && attempt.SiteId == call.Line.SiteId
        ? VoiceAnswers.LeaveWord((await conversations.Get(attempt.ConversationId))?.State.Language ?? "en", Company(attempt))
        : VoiceAnswers.HangUp();

    public Task AgentHeard(HeardCall call) => Happen(call, new AttemptEvent.AgentHeard(call.Report.Sid, call.Report.Status));

    public Task CustomerHeard(HeardCall call) => Happen(call, new AttemptEvent.CustomerHeard(call.Report.Sid, call.Report.Status, call.Report.By, call.Report.Seconds));

    private async Task<StoredAttempt?> Happen(HeardCall call, AttemptEvent happened)
    {
        if (await sql.Find(call.Conversation, call.Number) is not { } attempt || attempt.SiteId != call.Line.SiteId)
            return null;
        // What is said of another attempt's call changes nothing here, and above all hangs up nobody there.
        if (attempt.Known is var known && known.AgentSid != call.Report.Sid && known.CustomerSid != call.Report.Sid && await sql.IsAnothers(attempt, call.Report.Sid))
            return attempt;
        await attempts.EndUnwanted(attempt);
        return await attempts.Happen(call.Conversation, call.Number, happened);
    }

    /// <summary>Not a second call that was placed in vain for the same attempt.</summary>
    private static bool IsOurs(StoredAttempt attempt, HeardCall call) => attempt.Known.AgentSid == call.Report.Sid;

    private async Task<AgentBriefing> Briefing(StoredAttempt attempt)
    {
        var row = await conversations.Get(attempt.ConversationId);
        var state = row?.State;
        var site = sites.ById(attempt.SiteId);
        var language = Language(attempt);
        var topic = site?.Topics.FirstOrDefault(t => t.Id == state?.TopicId)?.Title;
        await using var connection = await database.Open();
        var asked = (await EntrySql.OfKind(connection, attempt.ConversationId, EntryKind.CallWanted)).LastOrDefault();
        return new AgentBriefing(
            Company(attempt), row?.CustomerName, topic?.GetValueOrDefault(language) ?? topic?.Values.FirstOrDefault(),
            asked?.Detail?.Call?.At is { } agreed
                ? CallSince.Agreed(LocalTime(agreed, site))
                : asked?.By == AuthorKind.Agent ? CallSince.Again
                : CallSince.Asked(TimeSpan.FromMilliseconds(Math.Max(0, attempt.BeganAt - (state?.StartedAt ?? attempt.BeganAt)))));
    }

    private static TimeOnly LocalTime(long atMs, Site? site)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(site?.Hours.Plan.TimeZone ?? "UTC") ?? DateTimeZone.Utc;
        return Instant.FromUnixTimeMilliseconds(atMs).InZone(zone).TimeOfDay.ToTimeOnly();
    }

    private string Company(StoredAttempt attempt) => sites.ById(attempt.SiteId)?.Name ?? "";

    private string Language(StoredAttempt attempt) => agents.Find(attempt.AgentId)?.Language ?? "en";

    private static Uri Hook(HeardCall call, string what) => call.Line.Hook(call.Conversation, call.Number, what);
}
