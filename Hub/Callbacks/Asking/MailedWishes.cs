using NodaTime;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Numbers;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;
using SupportHub.Wording;

namespace SupportHub.Callbacks.Asking;

/// <summary>
/// A customer answers the mail that proposes a call, with a number and times: the call is arranged and confirmed by mail. What is not understood whole is an
/// ordinary mail, which an agent reads. Whatever happens here, the mail is on the timeline and in the queue already.
/// </summary>
public sealed partial class MailedWishes(
    CallDesk calls, CallGrants grants, LineDirectory lines, OpenConversations conversations, Timeline timeline, CustomerZones zones, TimeProvider clock, ILogger<MailedWishes> log)
{
    public static bool MayHoldOne(Entry entry) => entry is { Kind: EntryKind.Message, By: AuthorKind.Visitor, Body: not null, Detail.Mail: not null };

    public async Task Read(long conversation, Entry answer)
    {
        try
        {
            if (await conversations.Get(conversation) is { State: { Calling: false } state } && lines.Working(state.SiteId) is { } line
                && await Wish(state, answer, line) is { } wish && await calls.AskByMail(state, wish) is { } refusal)
                Log.Refused(log, conversation, refusal.Code);
        }
        catch (Exception failure) when (Database.Failed(failure))
        {
            Log.NotRead(log, conversation, failure.GetType().Name);
        }
    }

    private async Task<CallBack?> Wish(Conversation state, Entry answer, OpenLine line)
    {
        var before = (await timeline.Before(state.Id, answer.Seq, publicOnly: true)).Entries;
        if (!Invites(before.LastOrDefault(e => e.Kind is EntryKind.Called or EntryKind.CallWanted || e is { Kind: EntryKind.Message, By: AuthorKind.Agent })))
            return null;
        var country = line.Countries[0];
        var written = NumberText.First(answer.Body!, country);
        // "Yes, tomorrow at ten" means the number that was agreed before.
        var number = written?.Number ?? before.LastOrDefault(e => e.Kind == EntryKind.CallWanted)?.Detail?.Call?.Number;
        if (number is null || await grants.Times(state.SiteId, state.TopicId) is not { } times)
            return null;
        var zone = DateTimeZoneProviders.Tzdb[await zones.Of(state)];
        var when = WhenWords.Read(written?.Else ?? answer.Body!, Instant.FromUnixTimeMilliseconds(clock.NowMs()).InZone(zone).LocalDateTime);
        return when switch
        {
            null => null,
            { Now: true } when times.Soon => new CallBack(state.Id, number, country),
            { Now: true } => times.Starts is [var next, ..] ? new CallBack(state.Id, number, country, next) : null,
            _ => First(when.Spans, times.Starts, zone) is { } at ? new CallBack(state.Id, number, country, at) : null,
        };
    }

    /// <summary>The last word before was about a call.</summary>
    private static bool Invites(Entry? last) => last is { Kind: EntryKind.Called or EntryKind.CallWanted } || PhoneWords.ProposesCall(last?.Body);

    private static long? First(IEnumerable<(LocalDateTime From, LocalDateTime To)> spans, IReadOnlyList<long> starts, DateTimeZone zone)
    {
        var named = spans.Select(s => (From: s.From.InZoneLeniently(zone).ToInstant(), To: s.To.InZoneLeniently(zone).ToInstant())).ToList();
        return starts.Select(Instant.FromUnixTimeMilliseconds).Where(at => named.Any(s => s.From <= at && at < s.To)).Select(at => (long?)at.ToUnixTimeMilliseconds()).FirstOrDefault();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A call that was asked for by mail in {Conversation} was not arranged ({Code}); an agent reads the mail")]
        public static partial void Refused(ILogger logger, long conversation, RefusalCode code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A mail of {Conversation} could not be read for a call ({Failure}); an agent reads it")]
        public static partial void NotRead(ILogger logger, long conversation, string failure);
    }
}
