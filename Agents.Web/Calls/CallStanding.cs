using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Strings;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls;

/// <summary>Where a conversation stands with its call. Pure.</summary>
public static class CallStanding
{
    /// <summary>What an agent may say of a call that is over, as the server takes it.</summary>
    public static readonly IReadOnlyList<CallOutcome> Known = [CallOutcome.Reached, CallOutcome.NoAnswer, CallOutcome.Voicemail, CallOutcome.WrongNumber, CallOutcome.Refused];

    public static bool IsUnderWay(ConversationSummary summary) => summary is { Status: ConversationStatus.Assigned, Channel: ChannelKind.Phone };

    /// <summary>The call is over, and whoever called decides what comes next.</summary>
    public static bool NeedsNext(ConversationSummary? summary, long me) => summary is { Called: not null } && !IsUnderWay(summary) && Standings.Of(summary, me) == Standing.Mine;

    /// <summary>Called at a time that has not come. Whoever waits now is told something, and so has a card.</summary>
    public static bool IsBooked(ConversationSummary summary) => summary is { Status: ConversationStatus.Waiting, Channel: ChannelKind.Phone, CallAt: not null, Waiting: null, OfferedTo: null };

    /// <summary>By whom, as it was agreed: you, or a first name; null: whoever is free.</summary>
    public static string? By(ConversationSummary summary, Team team, CallTexts texts) =>
        summary.CallBy is not { } agent ? null : agent == team.Me.Person.Id ? texts.ByYou : team.Person(agent)?.FirstName;

    /// <summary>A booked call: when, and by whom, in a sentence.</summary>
    public static string Agreed(ConversationSummary summary, Team team, long nowMs, Words words)
    {
        var texts = CallTexts.In(words.Texts.Tag);
        return texts.CalledAt(Times.Coming(summary.CallAt!.Value, nowMs, words.Texts, words.Culture, TimeZoneInfo.Local), By(summary, team, texts));
    }

    /// <summary>For a field of date and time: the next quarter of an hour that is at least ten minutes away.</summary>
    public static DateTime Suggested(long nowMs, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(nowMs), zone).DateTime.AddMinutes(10);
        return local.Date.AddMinutes(Math.Ceiling(local.TimeOfDay.TotalMinutes / 15) * 15);
    }

    /// <returns>Unix milliseconds; null where the field is empty or that hour does not exist.</returns>
    public static long? Read(string? typed, TimeZoneInfo zone) =>
        DateTime.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out var local) && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local)).ToUnixTimeMilliseconds()
            : null;
}
