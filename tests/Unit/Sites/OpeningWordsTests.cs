using System.Globalization;
using NUnit.Framework;
using SupportHub.Sites.Hours;

namespace SupportHub.Unit.Sites;

public sealed class OpeningWordsTests
{
    // A Tuesday evening in Strasbourg.
    private static readonly long Now = At("2026-11-24T19:30:00+01:00");

    [TestCase("2026-11-24T21:00:00+01:00", "aujourd’hui à 21 h", "today at 9:00 pm")]
    [TestCase("2026-11-25T09:00:00+01:00", "demain à 9 h", "tomorrow at 9:00 am")]
    [TestCase("2026-11-30T08:30:00+01:00", "lundi à 8 h 30", "on Monday at 8:30 am")]
    [TestCase("2026-12-28T12:00:00+01:00", "le lundi 28 décembre à 12 h", "on Monday 28 December at 12:00 pm")]
    [TestCase("2026-11-25T00:15:00+01:00", "demain à 0 h 15", "tomorrow at 12:15 am")]
    public void It_opens_in_words_by_the_sites_own_clock(string opens, string french, string english)
    {
        Assert.That(Say(opens, "fr"), Is.EqualTo(french));
        Assert.That(Say(opens, "en-GB"), Is.EqualTo(english));
    }

    private static string Say(string opens, string language) => OpeningWords.When(At(opens), Now, "Europe/Paris", language).Replace('\u00a0', ' ');

    private static long At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
