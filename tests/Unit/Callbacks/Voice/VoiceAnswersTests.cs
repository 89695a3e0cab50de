using System.Globalization;
using System.Xml.Linq;
using NUnit.Framework;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Voice;

namespace SupportHub.Unit.Callbacks.Voice;

public sealed class VoiceAnswersTests
{
    private static readonly Uri Key = new("https://hub.example/voice/key?attempt=7&x=é");
    private static readonly CustomerLeg Leg = new("+33612345678", "+33184800000", new Uri("https://hub.example/dialled"), new Uri("https://hub.example/status")) { RingSeconds = 20, LimitSeconds = 900 };
    private static readonly AgentBriefing Briefing = new("Hébergeur du Rhin", "Lucie Martin", "hébergement", CallSince.Asked(TimeSpan.FromMinutes(6.5)));

    private static readonly string[] HostileNames =
    [
        "</Say><Dial>+33899123456</Dial><Say>", "\"'&<>]]>", "<!--", "<![CDATA[x]]>", "&#x1;&amp;", "a\u0000b\u0001c\u001f\ufffe\uffff", "\ud800", "x\udc00y", "🔥👩‍👩‍👧", "اسم", "\r\n\t \u2028", new string('n', 100_000),
        "{0} {{}}", "<break time=\"1h\"/>",
    ];

    [TestCase("fr", "fr-FR", "Hébergeur du Rhin, un rappel pour vous. Lucie Martin, au sujet de : hébergement, attend depuis 6 minutes.")]
    [TestCase("en", "en-GB", "Hébergeur du Rhin, a callback for you. Lucie Martin, about hébergement, has been waiting for 6 minutes.")]
    [TestCase("de", "en-GB", "Hébergeur du Rhin, a callback for you. Lucie Martin, about hébergement, has been waiting for 6 minutes.")]
    public void The_agent_hears_who_about_what_and_since_when_and_is_asked_for_one_key(string language, string tag, string sentence)
    {
        var gather = XDocument.Parse(VoiceAnswers.AskAgent(language, Briefing, Key)).Root!.Element("Gather")!;
        Assert.That(gather.Elements("Say").Select(say => say.Value), Has.Exactly(2).EqualTo(sentence), "said twice");
        Assert.That(gather.Elements("Say").Select(say => say.Attribute("language")!.Value), Has.All.EqualTo(tag));
        Assert.That((gather.Attribute("numDigits")!.Value, gather.Attribute("action")!.Value, gather.Attribute("actionOnEmptyResult")!.Value), Is.EqualTo(("1", Key.AbsoluteUri, "true")));
    }

    [TestCase(0, "fr", "vient de demander à être appelé")]
    [TestCase(1, "fr", "attend depuis une minute")]
    [TestCase(60, "fr", "attend depuis une heure")]
    [TestCase(135, "fr", "attend depuis 2 heures et 15 minutes")]
    [TestCase(0, "en", "has just asked to be called")]
    [TestCase(1, "en", "has been waiting for 1 minute.")]
    [TestCase(61, "en", "has been waiting for 1 hour and 1 minute")]
    public void A_wait_is_said_as_people_say_it(int minutes, string language, string words) =>
        Assert.That(Said(VoiceAnswers.AskAgent(language, Briefing with { Since = CallSince.Asked(TimeSpan.FromMinutes(minutes)) }, Key)), Does.Contain(words));

    [TestCase("fr", "Lucie Martin, au sujet de : hébergement, est la personne que vous rappelez.")]
    [TestCase("en", "Lucie Martin, about hébergement, is the person whom you call again.")]
    public void Who_calls_again_is_not_told_of_a_wait(string language, string words) =>
        Assert.That(Said(VoiceAnswers.AskAgent(language, Briefing with { Since = CallSince.Again }, Key)), Does.Contain(words));

    [TestCase("10:20", "fr", "attend votre appel à 10 heures 20")]
    [TestCase("01:00", "fr", "attend votre appel à 1 heure.")]
    [TestCase("14:05", "en", "expects your call at 2:05 PM")]
    public void An_agreed_hour_is_said(string at, string language, string words) =>
        Assert.That(Said(VoiceAnswers.AskAgent(language, Briefing with { Since = CallSince.Agreed(TimeOnly.Parse(at, CultureInfo.InvariantCulture)) }, Key)), Does.Contain(words));

    [Test]
    public void What_is_not_known_is_left_out() =>
        Assert.That(Said(VoiceAnswers.AskAgent("fr", Briefing with { Customer = " ", Topic = null }, Key)), Does.StartWith("Hébergeur du Rhin, un rappel pour vous. Une personne attend depuis 6 minutes."));

    [Test]
    public void The_customer_is_called_from_the_companys_number_within_limits()
    {
        var dial = XDocument.Parse(VoiceAnswers.Connect("fr", Leg)).Root!.Element("Dial")!;
        Assert.That(dial.Attributes().Select(a => $"{a.Name}={a.Value}"), Is.EqualTo(new[] { "action=https://hub.example/dialled", "method=POST", "callerId=+33184800000", "timeout=20", "timeLimit=900" }));
        var number = dial.Element("Number")!;
        Assert.That((number.Value, number.Attribute("statusCallback")!.Value, number.Attribute("machineDetection")), Is.EqualTo(("+33612345678", "https://hub.example/status", (XAttribute?)null)));
    }

    [Test]
    public void A_word_left_on_a_machine_says_who_called_and_nothing_of_the_matter()
    {
        Assert.That(Said(VoiceAnswers.LeaveWord("fr", "Hébergeur du Rhin")), Does.Contain("c’est Hébergeur du Rhin").And.Not.Contain("Lucie").And.Not.Contain("hébergement"));
        Assert.That(Said(VoiceAnswers.LeaveWord("en", "Hébergeur du Rhin")), Does.Contain("this is Hébergeur du Rhin"));
    }

    [Test]
    public void Every_end_hangs_up_and_says_why_in_both_languages()
    {
        foreach (var outcome in Enum.GetValues<AttemptOutcome>())
        {
            var (french, english) = (VoiceAnswers.Goodbye("fr", outcome, KeyPressed.None), VoiceAnswers.Goodbye("en", outcome, KeyPressed.None));
            Assert.That(XDocument.Parse(french).Root!.Elements().Last().Name.LocalName, Is.EqualTo("Hangup"));
            if (outcome != AttemptOutcome.Reached)
                Assert.That((Said(french), Said(english)), Is.Not.EqualTo(("", "")).And.Not.EqualTo((Said(english), Said(english))), $"{outcome}");
        }
    }

    [Test]
    public void Names_that_nobody_has_are_read_out_and_never_obeyed()
    {
        foreach (var name in HostileNames)
        {
            var root = XDocument.Parse(VoiceAnswers.AskAgent("fr", new AgentBriefing(name, name, name, Briefing.Since), Key)).Root!;
            Assert.That(root.Descendants().Select(e => e.Name.LocalName), Is.EqualTo(new[] { "Gather", "Say", "Say", "Pause", "Say", "Say", "Hangup" }));
            Assert.That(root.Descendants("Say").Max(say => say.Value.Length), Is.LessThan(600), "and never for long");
        }
    }

    [Test]
    public void All_of_it_is_TwiML()
    {
        var grammar = Grammar.Read();
        Assert.That(grammar.Faults("<Response><Gather input='smell' size='3'><Dial>x</Dial></Gather>text<Nothing/></Response>"), Has.Count.EqualTo(6), "the grammar finds what is wrong");
        foreach (var language in new[] { "fr", "en" })
        {
            foreach (var name in HostileNames)
            {
                Assert.That(grammar.Faults(VoiceAnswers.AskAgent(language, new AgentBriefing(name, name, name, Briefing.Since), Key)), Is.Empty);
                Assert.That(grammar.Faults(VoiceAnswers.LeaveWord(language, name)), Is.Empty);
            }
            foreach (var outcome in Enum.GetValues<AttemptOutcome>())
                Assert.That(grammar.Faults(VoiceAnswers.Goodbye(language, outcome, KeyPressed.NotAsked)), Is.Empty);
            Assert.That(grammar.Faults(VoiceAnswers.Connect(language, Leg)), Is.Empty);
            Assert.That(grammar.Faults(VoiceAnswers.Connect(language, Leg with { DetectMachine = true })), Is.Empty);
        }
        Assert.That(grammar.Faults(VoiceAnswers.HangUp()), Is.Empty);
    }

    private static string Said(string twiml) => string.Join(' ', XDocument.Parse(twiml).Descendants("Say").Select(say => say.Value));
}
