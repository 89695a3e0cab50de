using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls.Board;

/// <summary>Which day the board shows, and when it is to be read again. Pure.</summary>
public static class BoardRules
{
    /// <summary>The day where the agent is: its first millisecond, and the next day's.</summary>
    /// <param name="ahead">0 is today, 1 is tomorrow.</param>
    public static (long From, long Until) Day(long nowMs, int ahead, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(nowMs), zone).Date;
        return (Midnight(today.AddDays(ahead), zone), Midnight(today.AddDays(ahead + 1), zone));
    }

    /// <summary>Whether a line of the lists says something about calls that the board may not show yet.</summary>
    public static bool Concerns(ConversationSummary? before, ConversationSummary after) =>
        IsCall(after) || (before is not null && IsCall(before)) || before?.Called != after.Called;

    /// <summary>What a stage has for that day: tomorrow there is only what is booked.</summary>
    public static bool IsShown(CallStage stage, int ahead) => ahead == 0 || stage == CallStage.Booked;

    /// <summary>What the customer's clock shows at that time; null where it is the agent's own, or not known.</summary>
    public static (TimeZoneInfo Zone, string City)? Elsewhere(string? timeZone, long atMs, TimeZoneInfo own)
    {
        if (timeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
            return null;
        var at = DateTimeOffset.FromUnixTimeMilliseconds(atMs);
        return zone.GetUtcOffset(at) == own.GetUtcOffset(at) ? null : (zone, timeZone.Split('/')[^1].Replace('_', ' '));
    }

    private static bool IsCall(ConversationSummary summary) => summary.Channel == ChannelKind.Phone || summary.CallPhase is not null;

    /// <summary>Some days begin later, because the clock goes forward at midnight.</summary>
    private static long Midnight(DateTime date, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(date))
            date = date.AddMinutes(30);
        return new DateTimeOffset(date, zone.GetUtcOffset(date)).ToUnixTimeMilliseconds();
    }
}
