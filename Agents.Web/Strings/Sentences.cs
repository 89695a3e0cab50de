using System.Globalization;
using SupportHub.AgentsWeb.Calls;
using SupportHub.AgentsWeb.Composer;
using SupportHub.AgentsWeb.Email;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Strings;

/// <summary>Sentences that depend on a value of the wire.</summary>
public static class Sentences
{
    public static string Refusal(this Texts t, RefusalCode? code) => code switch
    {
        null => t.NotDone,
        RefusalCode.UnknownConversation => t.RefusedUnknown,
        RefusalCode.UnknownTopic => t.RefusedTopic,
        RefusalCode.UnknownAgent => t.RefusedAgent,
        RefusalCode.UnknownAttachment => t.RefusedAttachment,
        RefusalCode.Empty => t.RefusedEmpty,
        RefusalCode.TooLong => t.RefusedTooLong,
        RefusalCode.TextInvalid => t.RefusedText,
        RefusalCode.Resolved => t.RefusedResolved,
        RefusalCode.NotWaiting => t.RefusedNotWaiting,
        RefusalCode.OfferOver => t.RefusedOfferOver,
        RefusalCode.NotAssigned => t.RefusedNotAssigned,
        RefusalCode.NotAllowed => t.RefusedNotAllowed,
        RefusalCode.TooFast => t.RefusedTooFast,
        RefusalCode.NoMail => MailTexts.In(t.Tag).NoMail,
        RefusalCode.AddressInvalid => MailTexts.In(t.Tag).AddressInvalid,
        RefusalCode.NoCalls => CallTexts.In(t.Tag).RefusedNoCalls,
        RefusalCode.TimeTaken => CallTexts.In(t.Tag).RefusedTime,
        RefusalCode.TooManyCalls => CallTexts.In(t.Tag).RefusedTooMany,
        RefusalCode.Calling => CallTexts.In(t.Tag).RefusedCalling,
        RefusalCode.Busy or RefusalCode.HelloFirst => t.NotDone,
        _ => t.RefusedOther,
    };

    /// <summary>A file's name, or what became of it.</summary>
    /// <param name="limit">What a file may have at most, bytes.</param>
    public static string Upload(this Texts t, Upload upload, long limit) => upload.Trouble switch
    {
        null => upload.Name,
        UploadTrouble.TooLarge => t.UploadTooLarge(upload.Name, Sizes.Of(limit, CultureInfo.CurrentCulture)),
        UploadTrouble.PageLeft => t.UploadLost(upload.Name),
        _ => t.UploadFailed(upload.Name),
    };

    public static string Outcome(this Texts t, string outcome) => outcome switch
    {
        "solved" => t.OutcomeSolved,
        "answered" => t.OutcomeAnswered,
        "refunded" => t.OutcomeRefunded,
        "passed-on" => t.OutcomePassedOn,
        "no-reply" => t.OutcomeNoReply,
        "not-a-request" => t.OutcomeNotARequest,
        _ => outcome,
    };

    public static string Presence(this Texts t, Shared.Presence presence) => presence switch
    {
        Shared.Presence.Online => t.Online,
        Shared.Presence.Away => t.Away,
        Shared.Presence.Finishing => t.Finishing,
        _ => t.Offline,
    };

    /// <summary>On which occasion a waiting customer was told something.</summary>
    public static string Occasion(this Texts t, HoldKind? kind) => kind switch
    {
        HoldKind.First => t.ToldFirst,
        HoldKind.Refresh => t.ToldRefresh,
        HoldKind.Renamed => t.ToldRenamed,
        HoldKind.Longer => t.ToldLonger,
        HoldKind.AnsweredByOther => t.ToldAnsweredByOther,
        HoldKind.AgentLost => t.ToldAgentLost,
        HoldKind.Nobody => t.ToldNobody,
        HoldKind.Closed => t.ToldClosed,
        HoldKind.Team => t.ToldTeam,
        HoldKind.Finishing => t.ToldFinishing,
        HoldKind.WrappingUp => t.ToldWrappingUp,
        _ => t.ToldHeading,
    };

    /// <param name="name">Absent: the reader.</param>
    private static string OfferEnded(this Texts t, string? name, string? reason) => (reason, name) switch
    {
        ("declined", null) => t.EventDeclinedYou,
        ("declined", _) => t.EventDeclined(name),
        ("unanswered", null) => t.EventUnansweredYou,
        ("unanswered", _) => t.EventUnanswered(name),
        ("connection-lost", { }) => t.EventLeftLost(name),
        ("away", { }) => t.EventOfferAway(name),
        _ => t.EventOfferOver,
    };

    /// <summary>A line of the timeline that is no message.</summary>
    /// <param name="me">Who reads.</param>
    /// <param name="name">The agent's first name by id.</param>
    /// <param name="topic">The topic's title in the reader's language, by id.</param>
    public static string Event(this Texts t, Entry entry, long me, Func<long?, string?> name, Func<long?, string?> topic)
    {
        var detail = entry.Detail ?? new EntryDetail();
        var agent = detail.Agent?.FirstName ?? name(entry.AgentId) ?? "";
        return entry.Kind switch
        {
            EntryKind.Queued when detail.Reason == "wrote-again" => t.EventWroteAgain,
            EntryKind.Queued when detail.Reason == "connection-lost" => t.EventQueuedLost,
            EntryKind.Queued when detail.Reason == "not-here" => t.EventQueuedNotHere,
            EntryKind.Queued when detail.Reason == "transfer" => t.EventQueuedTransfer(topic(detail.TopicId) ?? detail.Topic),
            EntryKind.Queued => t.EventQueued(topic(detail.TopicId) ?? detail.Topic),
            EntryKind.Joined when detail.Agent?.Id == me => t.EventJoinedYou,
            EntryKind.Joined => t.EventJoined(agent),
            EntryKind.Left when detail.Reason == "transfer" => t.EventLeftTransfer(agent),
            EntryKind.Left when detail.Reason == "connection-lost" => t.EventLeftLost(agent),
            EntryKind.Left when detail.Reason == "not-here" => t.EventLeftNotHere(agent),
            EntryKind.Left => t.EventLeft(agent),
            EntryKind.Resolved when entry.By == AuthorKind.Visitor => t.EventResolvedVisitor,
            EntryKind.Resolved when agent.Length > 0 => t.EventResolved(entry.AgentId == me ? t.You : agent),
            EntryKind.Resolved => t.EventResolvedSystem,
            EntryKind.Outcome => t.EventOutcome(t.Outcome(detail.Outcome ?? "")) + Remark(entry),
            EntryKind.Introduced when detail is { Name: { } n, Email: { } e } => t.EventNamedEmail(n, e),
            EntryKind.Introduced when detail.Email is { } e => t.EventEmail(e),
            EntryKind.Introduced => t.EventNamed(detail.Name ?? ""),
            EntryKind.Hold => t.EventTold(entry.Body ?? agent),
            EntryKind.Offered => detail.Agent?.Id == me ? t.EventOfferedYou : t.EventOffered(agent),
            EntryKind.OfferEnded => t.OfferEnded(detail.Agent?.Id == me ? null : agent, detail.Reason) + Remark(entry),
            EntryKind.WrittenUp => entry.AgentId == me ? t.EventWrittenUpYou : t.EventWrittenUp(agent),
            EntryKind.Rated => t.EventRated(detail.Score ?? 0) + Remark(entry),
            _ => entry.Body ?? "",
        };
    }

    private static string Remark(Entry entry) => string.IsNullOrWhiteSpace(entry.Body) ? "" : $" · {entry.Body}";
}
