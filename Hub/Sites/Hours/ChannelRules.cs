using SupportHub.Shared;

namespace SupportHub.Sites.Hours;

/// <summary>What a topic offers now. Pure; instants are Unix milliseconds.</summary>
public static class ChannelRules
{
    private const long MinuteMs = 60_000;

    /// <param name="available">Whether this server can serve a channel for the site.</param>
    /// <param name="callable">Whether the site has a number that customers may dial themselves: then the hours of the phone are told in any case.</param>
    /// <param name="measured">How long answers by e-mail took lately.</param>
    public static IReadOnlyList<ChannelNow> Now(
        SiteHours hours, long? topic, Func<ChannelKind, bool> available, bool callable, long nowMs, MeasuredAnswers? measured = null) =>
    [
        .. Enum.GetValues<ChannelKind>()
            .Where(channel => available(channel) || (callable && channel == ChannelKind.Phone))
            .Select(channel => Now(channel, hours.Of(topic, channel), measured, nowMs))
            .OfType<ChannelNow>(),
    ];

    /// <summary>The next instant at which an answer changes by itself.</summary>
    public static long? ChangesAt(IEnumerable<TopicChannels> topics) =>
        topics.SelectMany(t => t.Channels).Min(c => c.Open ? c.ClosesAt : c.OpensAt);

    /// <returns>None where it is not offered, or does not open within about a year.</returns>
    private static ChannelNow? Now(ChannelKind channel, ChannelHours set, MeasuredAnswers? measured, long nowMs)
    {
        if (!set.Offered || set.Opening.NextOpening(nowMs) is not { } opens)
            return null;
        var open = opens == nowMs;
        var delay = channel == ChannelKind.Email ? AnswerRules.Promised(set.AnswerMinutes, measured) : (int?)null;
        return new ChannelNow(
            channel, open, open ? null : opens, open ? set.Opening.NextClosing(nowMs) : null,
            delay, delay is { } minutes ? set.Opening.After(nowMs, minutes * MinuteMs) : null);
    }
}
