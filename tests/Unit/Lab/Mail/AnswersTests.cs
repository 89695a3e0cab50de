using CsCheck;
using MimeKit;
using NUnit.Framework;
using SupportHub.Lab.Mail.Answers;

namespace SupportHub.Unit.Lab.Mail;

public sealed class AnswersTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 24, 17, 3, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [TestCase(QuotingStyle.Gmail, "fr", "Le mar. 24 nov. 2026 à 18:03, Claire <claire@rhin.example> a écrit :\n\n> Bonjour,\n>\n>> vous aviez écrit\n> c’est réparé.\n")]
    [TestCase(QuotingStyle.Gmail, "en", "On Tue, Nov 24, 2026 at 6:03 PM Claire <claire@rhin.example> wrote:\n\n> Bonjour,\n>\n>> vous aviez écrit\n> c’est réparé.\n")]
    [TestCase(QuotingStyle.Plain, "fr", "Le 24/11/2026 à 18:03, Claire a écrit :\n> Bonjour,\n>\n>> vous aviez écrit\n> c’est réparé.\n")]
    [TestCase(QuotingStyle.Plain, "en", "On 24/11/2026 18:03, Claire wrote:\n> Bonjour,\n>\n>> vous aviez écrit\n> c’est réparé.\n")]
    [TestCase(QuotingStyle.Outlook, "fr", "________________________________\nDe : Claire <claire@rhin.example>\nEnvoyé : mardi 24 novembre 2026 18:03\nÀ : Lucie Martin <lucie@exemple.example>\nObjet : Votre site\n\nBonjour,\n\n> vous aviez écrit\nc’est réparé.\n")]
    [TestCase(QuotingStyle.Outlook, "en", "________________________________\nFrom: Claire <claire@rhin.example>\nSent: Tuesday, November 24, 2026 6:03 PM\nTo: Lucie Martin <lucie@exemple.example>\nSubject: Votre site\n\nBonjour,\n\n> vous aviez écrit\nc’est réparé.\n")]
    public void Quotes_as_the_program_does(QuotingStyle style, string language, string quote) =>
        Assert.That(Quote.Of(style, AnOriginal(), language, Paris).Text.Replace('\u202f', ' '), Is.EqualTo(quote));

    [Test]
    public void Gmail_breaks_a_long_introduction_before_the_address()
    {
        var mail = AnOriginal(from: new MailboxAddress("Claire, Hébergeur du Rhin", "hosting-fr+0123456789abcdef@rhin.example"));

        Assert.That(Quote.Of(QuotingStyle.Gmail, mail, "fr", Paris).Text,
            Does.StartWith("Le mar. 24 nov. 2026 à 18:03, Claire, Hébergeur du Rhin <\nhosting-fr+0123456789abcdef@rhin.example> a écrit :\n\n> "));
    }

    [Test]
    public void The_chosen_quote_goes_out_whichever_stood_in_the_field()
    {
        foreach (var stood in Enum.GetValues<QuotingStyle>())
        {
            foreach (var chosen in Enum.GetValues<QuotingStyle>())
            {
                var quote = Quote.Of(stood, AnOriginal(), "fr", Paris).Text;
                var answer = Answer($"Merci <b>\r\n\r\n{quote.ReplaceLineEndings("\r\n")}", chosen);
                Assert.That(answer.TextBody, Is.EqualTo($"Merci <b>\n\n{Quote.Of(chosen, AnOriginal(), "fr", Paris).Text}"), $"{stood} to {chosen}");
                Assert.That(answer.HtmlBody, chosen == QuotingStyle.Plain ? Is.Null : Does.Contain("Merci &lt;b&gt;"));
            }
        }
    }

    [Test]
    public void Who_writes_between_the_lines_sends_them_as_they_are()
    {
        const string Inline = "On Tue, Claire wrote:\n> Bonjour,\nBonjour à vous\n> c’est réparé.\nmerci !\n";
        var answer = Answer(Inline, QuotingStyle.Gmail);

        Assert.That(answer.TextBody, Is.EqualTo(Inline));
        Assert.That(System.Net.WebUtility.HtmlDecode(answer.HtmlBody), Does.Contain("<blockquote").And.Contain("Bonjour à vous").And.Not.Contain("gmail_quote"));
    }

    [Test]
    public void No_word_of_the_person_is_lost() => Gen.Select(Gen.String[0, 60], Gen.Enum<QuotingStyle>(), Gen.Enum<QuotingStyle>()).Sample((own, stood, chosen) =>
    {
        own = new string([.. own.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]).Trim();
        var answer = Answer($"{own}\n\n{Quote.Of(stood, AnOriginal(), "en", Paris).Text}", chosen, "en");
        return answer.TextBody!.StartsWith(own.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    });

    [Test]
    public void A_mail_of_HTML_alone_is_quoted_by_its_words()
    {
        var original = AnOriginal(new TextPart("html") { Text = "<style>p { color: red }</style><p>Bonjour&nbsp;Lucie,</p><p>voil&agrave;<br>tout</p>" });

        Assert.That(Quote.Of(QuotingStyle.Plain, original, "fr", Paris).Text, Does.EndWith("\n> Bonjour\u00a0Lucie,\n> voilà\n> tout\n"));
    }

    [TestCase("Votre site", "Re: Votre site")]
    [TestCase("RE: Votre site", "RE: Votre site")]
    [TestCase("Re : Votre site", "Re : Votre site")]
    public void A_subject_gets_one_Re(string subject, string expected) => Assert.That(Answer("Merci", QuotingStyle.Plain, subject: subject).Subject, Is.EqualTo(expected));

    [Test]
    public void An_answer_is_of_the_same_thread_and_goes_to_the_Reply_To()
    {
        var original = AnOriginal();
        original.Mail.ReplyTo.Add(new MailboxAddress("", "t0k3n@rhin.example"));
        original.Mail.References.Add("first@rhin.example");
        var answer = new Letter("Merci", []).Answer(original, QuotingStyle.Gmail, "fr", Paris, Sent);

        Assert.That((answer.To.ToString(), answer.InReplyTo), Is.EqualTo(("t0k3n@rhin.example", "entry-1@rhin.example")));
        Assert.That(answer.References, Is.EqualTo(new[] { "first@rhin.example", "entry-1@rhin.example" }));
        Assert.That(answer.MessageId, Does.EndWith("@exemple.example"));
    }

    [TestCase(BounceReason.NoSuchAddress, "failed", "5.1.1")]
    [TestCase(BounceReason.MailboxFull, "failed", "5.2.2")]
    [TestCase(BounceReason.Delayed, "delayed", "4.4.1")]
    public void A_bounce_reads_back_as_a_delivery_report(BounceReason reason, string action, string status)
    {
        using var wire = new MemoryStream();
        Bounce.Of(AnOriginal(), reason, new MailboxAddress("", "bounces@rhin.example"), Sent).WriteTo(wire);
        wire.Position = 0;
        var read = MimeMessage.Load(wire);

        Assert.That(read.Body, Is.InstanceOf<MultipartReport>().With.Property("ReportType").EqualTo("delivery-status"));
        var recipient = read.BodyParts.OfType<MessageDeliveryStatus>().Single().StatusGroups[1];
        Assert.That((recipient["Action"], recipient["Status"]), Is.EqualTo((action, status)));
        Assert.That(read.BodyParts.OfType<MessagePart>().Single().Message!.MessageId, Is.EqualTo("entry-1@rhin.example"));
    }

    [Test]
    public void An_absence_says_that_a_machine_wrote_it()
    {
        var answer = OutOfOffice.Of(AnOriginal(), "fr", Sent);

        Assert.That((answer.Subject, answer.Headers["Auto-Submitted"], answer.InReplyTo), Is.EqualTo(("Réponse automatique : Votre site", "auto-replied", "entry-1@rhin.example")));
    }

    private static MimeMessage Answer(string text, QuotingStyle style, string language = "fr", string subject = "Votre site")
    {
        var original = AnOriginal();
        original.Mail.Subject = subject;
        return new Letter(text, []).Answer(original, style, language, Paris, Sent);
    }

    private static Original AnOriginal(TextPart? body = null, MailboxAddress? from = null) => new(
        new MimeMessage([from ?? new MailboxAddress("Claire", "claire@rhin.example")], [new MailboxAddress("Lucie Martin", "lucie@exemple.example")], "Votre site",
            body ?? new TextPart("plain") { Text = "Bonjour,\n\n> vous aviez écrit\nc’est réparé.\n" })
        {
            Date = Sent,
            MessageId = "entry-1@rhin.example",
        },
        "lucie@exemple.example");
}
