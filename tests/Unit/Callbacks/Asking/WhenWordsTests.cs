using NodaTime;
using NodaTime.Text;
using NUnit.Framework;
using SupportHub.Callbacks.Asking;

namespace SupportHub.Unit.Callbacks.Asking;

public sealed class WhenWordsTests
{
    // A Wednesday.
    private static readonly LocalDateTime Now = new(2026, 11, 25, 11, 0);

    [TestCase("Vous pouvez m’appeler maintenant.")]
    [TestCase("You can reach me now, thank you!")]
    [TestCase("Dès que possible svp")]
    [TestCase("any time")]
    public void At_once(string text) => Assert.That(WhenWords.Read(text, Now), Is.EqualTo(new Availability(true, [])).Using<Availability>((a, b) => a.Now == b.Now && a.Spans.Count == b.Spans.Count));

    [TestCase("demain à 10h20", "26 10:20-10:50")]
    [TestCase("Demain entre 10h et 12h", "26 10:00-12:00")]
    [TestCase("tomorrow at 10:20", "26 10:20-10:50")]
    [TestCase("Tomorrow between 2 pm and 4:30 pm works.", "26 14:00-16:30")]
    [TestCase("vendredi matin", "27 08:00-12:00")]
    [TestCase("Friday afternoon or Monday morning", "27 12:00-18:00", "30 08:00-12:00")]
    [TestCase("cet après-midi", "25 12:00-18:00")]
    [TestCase("aujourd’hui après 15h", "25 15:00-23:59")]
    [TestCase("today until 5pm", "25 00:00-17:00")]
    [TestCase("après-demain à 9 heures", "27 09:00-09:30")]
    [TestCase("mardi 14 h 30", "01 14:30-15:00")]
    [TestCase("jeudi de 10 à 12 h", "26 10:00-12:00")]
    [TestCase("jeudi 10-12h", "26 10:00-12:00")]
    public void Named_days(string text, params string[] spans) => Assert.That(Read(text), Is.EqualTo(spans));

    [TestCase("tous les jours de 10 h à 18 h")]
    [TestCase("every day from 10 am to 6 pm")]
    [TestCase("I am available from 10:00 to 18:00")]
    [TestCase("10h-18h")]
    public void Every_day(string text)
    {
        var spans = Read(text);
        Assert.That(spans, Has.Count.EqualTo(8));
        Assert.That(spans[0], Is.EqualTo("25 10:00-18:00"));
    }

    [Test]
    public void On_weekdays() => Assert.That(Read("en semaine après 17h").Select(s => s[..2]), Is.EqualTo(new[] { "25", "26", "27", "30", "01", "02" }));

    [TestCase("Not before 10 am", TestName = "a refusal")]
    [TestCase("Pas demain", TestName = "a refusal in French")]
    [TestCase("le 12 mars à 10h", TestName = "a date")]
    [TestCase("on the 3rd at 10 am", TestName = "an ordinal")]
    [TestCase("next week", TestName = "another week")]
    [TestCase("My order is 4711", TestName = "another number")]
    [TestCase("at 25:00 tomorrow", TestName = "no time")]
    [TestCase("Thank you for your help.", TestName = "nothing")]
    [TestCase("jeudi 3 à 10 h", TestName = "a day of the month that looks like a span")]
    [TestCase("le 3 à 10h", TestName = "such a day alone")]
    [TestCase("Thursday 10 at 10:00", TestName = "a day of the month beside a weekday")]
    [TestCase("demain matin à 10", TestName = "an hour that is not marked as one")]
    [TestCase("dans 2 heures", TestName = "from now on")]
    [TestCase("in 2 hours", TestName = "from now on, in English")]
    [TestCase("mardi 10h, 11h, 14h", TestName = "several times at once")]
    public void What_is_not_understood_whole_is_left_to_a_person(string text) => Assert.That(WhenWords.Read(text, Now), Is.Null);

    private static IReadOnlyList<string> Read(string text) =>
        [.. (WhenWords.Read(text, Now) ?? throw new AssertionException($"not understood: {text}")).Spans.Select(s => $"{s.From.Day:00} {Clock(s.From)}-{Clock(s.To)}")];

    private static string Clock(LocalDateTime at) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.TimeOfDay);
}
