namespace SupportHub.Shared;

/// <summary>A way to reach a human.</summary>
public enum ChannelKind
{
    Chat,
    Email,
    Phone,
}

/// <summary>From <c>GET /api/sites/{id}/hours</c>, for administrators: when the site answers, and what may be chosen for it.</summary>
/// <param name="Available">Channels that this server can serve now. What is set for the others is kept, and not offered to visitors.</param>
/// <param name="Answers">How long answers by e-mail took lately, where enough were given.</param>
public sealed record HoursSettings(
    HoursPlan Plan,
    IReadOnlyList<string> TimeZones,
    IReadOnlyList<HolidayRegion> Regions,
    IReadOnlyList<ChannelKind> Available,
    IReadOnlyList<MeasuredAnswers>? Answers = null);

/// <summary>Nine in ten e-mails about a topic were answered within so long. Where that is longer than what is set, it is what customers are promised.</summary>
/// <param name="TopicId">Absent: conversations without a topic.</param>
/// <param name="Minutes">Of open time, up to the next quarter of an hour.</param>
/// <param name="Count">Of how many answers.</param>
public sealed record MeasuredAnswers(long? TopicId, int Minutes, int Count);

/// <summary>When a site answers, on which channel, about which topic. Written whole with <c>PUT /api/sites/{id}/hours</c>.</summary>
/// <param name="TimeZone">IANA name: every time and date here is of this zone.</param>
/// <param name="Holidays">Region whose public holidays are closed; absent: none.</param>
/// <param name="Exceptions">Single dates that differ from the week, and from a holiday.</param>
/// <param name="Channels">A topic and channel that is not listed: chat is offered day and night, e-mail too once the site has a mailbox, and the phone is not.</param>
public sealed record HoursPlan(
    string? TimeZone,
    string? Holidays,
    IReadOnlyList<WeeklyHours>? Schedules,
    IReadOnlyList<DateHours>? Exceptions,
    IReadOnlyList<TopicChannel>? Channels);

/// <summary>A week that topics refer to by its number, so that the office's hours are written once.</summary>
/// <param name="Id">Chosen by the writer, one of its own in the site.</param>
/// <param name="Days">Seven, Monday first. Spans ascend and do not overlap.</param>
public sealed record WeeklyHours(int Id, string? Name, IReadOnlyList<IReadOnlyList<HoursSpan>?>? Days);

/// <summary>Open from one minute of the day until another, the second excluded.</summary>
/// <param name="From">Minutes since midnight by the wall clock, 0 to 1439.</param>
/// <param name="To">Likewise; 1440 is midnight, and up to 2880 is on the next day.</param>
public sealed record HoursSpan(int From, int To);

/// <param name="Date">"2026-12-24".</param>
/// <param name="Spans">None: closed.</param>
public sealed record DateHours(string? Date, IReadOnlyList<HoursSpan>? Spans);

/// <param name="TopicId">Absent: conversations without a topic.</param>
/// <param name="ScheduleId">Absent: day and night, on holidays too.</param>
/// <param name="AnswerMinutes">The promised delay of an answer by e-mail, in minutes during which the channel is open.</param>
public sealed record TopicChannel(long? TopicId, ChannelKind Channel, bool Offered, int? ScheduleId, int? AnswerMinutes);

/// <param name="Code">"FR", "FR-AM", "DE-BY".</param>
/// <param name="Name">In the caller's language.</param>
public sealed record HolidayRegion(string Code, string Name);

/// <summary>The ways in which a topic is answered, as the visitor is told before anything is sent.</summary>
/// <param name="TopicId">Absent: a conversation without a topic.</param>
/// <param name="Channels">Those that are offered on this server. Without chat here, say so and show the others.</param>
/// <param name="Wait">Of a chat begun now; absent where it is not known or the chat is closed.</param>
public sealed record TopicChannels(long? TopicId, IReadOnlyList<ChannelNow> Channels, ExpectedWait? Wait);

/// <param name="OpensAt">Unix milliseconds, where it is closed now.</param>
/// <param name="ClosesAt">Where it is open now and closes within about a year.</param>
/// <param name="AnswerMinutes">The promised delay of an answer, in minutes of open time.</param>
/// <param name="AnswerBy">When that delay is over for a message sent now, Unix milliseconds.</param>
public sealed record ChannelNow(ChannelKind Channel, bool Open, long? OpensAt, long? ClosesAt, int? AnswerMinutes, long? AnswerBy);

/// <summary>Whole minutes.</summary>
public sealed record ExpectedWait(int FromMinutes, int ToMinutes);
