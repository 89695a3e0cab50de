using NodaTime;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Sites.Hours;

/// <summary>Settings of the hours, for administrators.</summary>
public static class HoursApi
{
    private static readonly IReadOnlyList<string> TimeZones = [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id == "UTC" || id.Contains('/', StringComparison.Ordinal))];

    public static void MapHoursApi(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/sites/{id:long}/hours").RequireAuthorization(Policies.Administrator).RequireCsrfHeader();
        group.MapGet("", async (HttpContext http, HoursDesk desk, Channels channels, long id) =>
            await desk.Find(id) is { } site ? Results.Ok(View(site, channels, http)) : Results.NotFound());
        group.MapPut("", async (HttpContext http, HoursDesk desk, Channels channels, long id, HoursPlan plan) =>
            (await desk.Save(id, plan)).ToResult(http, site => View(site, channels, http)));
    }

    private static HoursSettings View(StoredSite stored, Channels channels, HttpContext http)
    {
        var site = stored.ToSite();
        return new HoursSettings(
            site.Hours.Plan,
            TimeZones,
            [.. HolidayTable.Names(CallerLanguage.Of(http)).Select(r => new HolidayRegion(r.Code, r.Name))],
            [.. Enum.GetValues<ChannelKind>().Where(channel => channels.Serves(channel, site))],
            [.. site.Topics.Select(t => (long?)t.Id).Append(null).Select(topic => channels.Answers(site, topic)).OfType<MeasuredAnswers>()]);
    }
}
