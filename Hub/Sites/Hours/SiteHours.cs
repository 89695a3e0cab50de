using NodaTime;
using NodaTime.Text;
using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

/// <summary>One topic's channel as set: offered or not, when, and with which promise.</summary>
/// <param name="AnswerMinutes">The promised delay of an answer, in minutes of open time.</param>
public sealed record ChannelHours(bool Offered, Opening Opening, int? AnswerMinutes);

/// <summary>A site's plan, ready to be asked. Immutable.</summary>
public sealed class SiteHours
{
    /// <summary>What is promised to who writes by mail where nobody set it: a working day, in minutes of open time.</summary>
    public const int UnsetAnswerMinutes = 8 * 60;

    private readonly Dictionary<(long? Topic, ChannelKind Channel), ChannelHours> _channels = [];

    /// <param name="plan">As <see cref="HoursRules"/> accepts it.</param>
    public SiteHours(HoursPlan plan)
    {
        Plan = plan;
        var exceptions = (plan.Exceptions ?? []).ToDictionary(e => LocalDatePattern.Iso.Parse(e.Date!).Value, e => e.Spans ?? []);
        var calendar = new SiteCalendar(DateTimeZoneProviders.Tzdb[plan.TimeZone!], plan.Holidays, exceptions);
        var weeks = (plan.Schedules ?? []).ToDictionary(s => s.Id, s => Opening.Weekly(calendar, [.. s.Days!.Select(d => d ?? [])]));
        foreach (var c in plan.Channels ?? [])
            _channels[(c.TopicId, c.Channel)] = new(c.Offered, c.ScheduleId is { } id ? weeks[id] : Opening.Always, c.AnswerMinutes);
    }

    public HoursPlan Plan { get; }

    /// <summary>What holds until somebody sets hours: chat day and night, in the time zone that the site's first language suggests.</summary>
    public static SiteHours Unset(IReadOnlyList<string> languages) =>
        new(new HoursPlan(languages is [var first, ..] && first.Split('-')[0] == "fr" ? "Europe/Paris" : "UTC", null, [], [], []));

    public ChannelHours Of(long? topic, ChannelKind channel) =>
        _channels.GetValueOrDefault((topic, channel)) ?? new(channel != ChannelKind.Phone, Opening.Always, null);

    /// <summary>
    /// Whether a message about a topic is read now: by the chat's hours, and where the topic has no chat, by those of its first other channel. A
    /// message that came all the same is never left for ever: without any hours it is read now.
    /// </summary>
    public HoursNow Reading(long? topic, long nowMs)
    {
        foreach (var set in Enum.GetValues<ChannelKind>().Select(channel => Of(topic, channel)).Where(c => c.Offered))
            if (Now(set, nowMs) is { } now)
                return now;
        return new HoursNow(null);
    }

    /// <summary>Whether a topic's customers are called now; null where they never are.</summary>
    public HoursNow? Calling(long? topic, long nowMs) =>
        Of(topic, ChannelKind.Phone) is { Offered: true } set ? Now(set, nowMs) : null;

    private static HoursNow? Now(ChannelHours set, long nowMs) => set.Opening.NextOpening(nowMs) is { } opens ? new HoursNow(opens == nowMs ? null : opens) : null;
}
