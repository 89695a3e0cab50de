using System.Globalization;
using NUnit.Framework;
using SupportHub.AgentsWeb.Email;

namespace SupportHub.Unit.Agents.Web.Email;

public sealed class DueTimesTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [TestCase("2026-11-24T16:30Z", "fr-FR", "17:30")]
    [TestCase("2026-11-24T16:30Z", "en-GB", "17:30")]
    [TestCase("2026-11-25T08:00Z", "fr-FR", "mer. 09:00")]
    [TestCase("2026-11-25T08:00Z", "en-GB", "Wed 09:00")]
    [TestCase("2026-12-03T08:00Z", "fr-FR", "3 déc. 09:00")]
    [TestCase("2026-11-23T08:00Z", "fr-FR", "23 nov. 09:00", Description = "A day that is over is never only a weekday")]
    public void A_due_time_is_as_short_as_it_can_be_said(string at, string culture, string said)
    {
        var now = DateTimeOffset.Parse("2026-11-24T10:00Z", CultureInfo.InvariantCulture);
        var due = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture);
        Assert.That(DueTimes.Of(due.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), CultureInfo.GetCultureInfo(culture), Paris), Is.EqualTo(said));
    }
}
