using System.Text;
using CsCheck;
using MimeKit;
using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Email.Intake;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Email.Sending;
using SupportHub.Routing;
using SupportHub.Shared;
using SupportHub.Sites.Hours;

namespace SupportHub.Unit.Email;

/// <summary>Small rules of the mail: what fits the timeline, what is an address, who is let in, who answers.</summary>
public sealed class MailPartsTests
{
    [Test]
    public void A_long_text_is_cut_where_it_can_be_stored_and_nothing_of_it_is_lost() =>
        Gen.String[Gen.Char["ab \né*"], 0, 30_000].Select(s => s.Replace("*", "\U0001F469", StringComparison.Ordinal)).Sample(text =>
        {
            var parts = MailParts.Of(new ReadMail { ContentHash = "", Text = MailText(text) });
            Assert.That(parts.Texts.All(t => TextRules.CheckBody(t, null) is null));
            if (text.Trim().Length > 0)
                Assert.That(Letters(string.Concat(parts.Texts)), Is.EqualTo(Letters(text)));
        }, iter: 200);

    [TestCase("marc@customer.example", true)]
    [TestCase(" marc@customer.example ", true)]
    [TestCase("zoé@bücher.example", true)]
    [TestCase("marc@localhost", false)]
    [TestCase("marc", false)]
    [TestCase("a@b.example, c@d.example", false)]
    [TestCase("a@b.example\r\nBcc: c@d.example", false)]
    [TestCase("Marc <marc@customer.example>", false)]
    [TestCase("@customer.example", false)]
    [TestCase("marc@-.example", false)]
    [TestCase(null, false)]
    public void An_address_is_one_address_and_nothing_else(string? text, bool good) => Assert.That(Addresses.Clean(text) is not null, Is.EqualTo(good));

    [TestCase("zoe@xn--bcher-kva.example", "zoe@bücher.example")]
    [TestCase("zoe@XN--BCHER-KVA.example", "zoe@bücher.example")]
    [TestCase("zoe@bücher.example", "zoe@bücher.example")]
    [TestCase("Zoe@Shop.example", "Zoe@Shop.example")]
    [TestCase("zoe@xn--.example", "zoe@xn--.example")]
    [TestCase("xn--zoe", "xn--zoe")]
    public void An_international_domain_has_one_writing(string written, string kept) => Assert.That(Domains.InUnicode(written), Is.EqualTo(kept));

    [Test]
    public void A_posted_mail_is_let_in_by_secret_time_and_every_byte()
    {
        var mail = "Subject: Hi\r\n\r\nHi"u8.ToArray();
        const long Now = 1_790_000_000_000;
        var time = $"{Now / 1000}";
        var good = "sha256=" + Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes("secret"), Encoding.UTF8.GetBytes($"{time}.Subject: Hi\r\n\r\nHi")));
        Assert.Multiple(() =>
        {
            Assert.That(IsGood("secret", time, good, mail, Now));
            Assert.That(IsGood("secret", time, good, mail, Now + 16 * 60_000), Is.False);
            Assert.That(IsGood("other", time, good, mail, Now), Is.False);
            Assert.That(IsGood("secret", time, good, [.. mail, 0], Now), Is.False);
            Assert.That(IsGood("secret", $"{Now / 1000 + 1}", good, mail, Now), Is.False);
            Assert.That(IsGood("secret", null, null, mail, Now), Is.False);
        });
    }

    [Test]
    public void Mails_go_out_by_their_promise_to_who_knows_the_customer_else_to_who_owes_the_fewest_and_nobody_gets_too_many()
    {
        Answerer[] agents = [new(1, 1), new(2, 2) { Running = [new Running(null, 0)] }];
        var given = MailTurns.Assign(
            [new(10, null, "fr", 300, null), new(11, null, "fr", 100, 2), new(12, null, "fr", 200, null), new(13, null, "fr", null, null)], agents);
        Assert.That(given, Is.EqualTo(new[] { (11L, 2L), (12L, 1L) }));
    }

    [Test]
    public void A_mail_whose_agent_is_gone_goes_to_a_colleague_when_it_is_due_soon_or_nobody_expects_the_agent_back()
    {
        const long Hour = 3600_000, Now = 1_790_000_000_000;
        Answerer[] here = [new(2, 2), new(3, 1) { Running = [new Running(null, 0)] }];
        MailOwed[] owed =
        [
            new(10, 1, null, "fr", Now + Hour, 60_000),
            new(11, 1, null, "fr", Now + 2 * Hour, 60_000),
            new(12, 1, null, "fr", Now + 9 * Hour, MailTurns.LongAwayMs),
            new(13, 2, null, "fr", Now + 60_000, null),
        ];
        Assert.That(MailTurns.GoBack(owed, here, Now), Is.EqualTo(new[] { 10L, 12L }));
        Assert.That(MailTurns.GoBack(owed, [here[1]], Now), Is.Empty, "who has no room is no help");
        Assert.That(MailTurns.GoBack([owed[0] with { Agent = 2 }], here, Now), Is.Empty, "and not back to the one who is gone");
    }

    [Test]
    public void What_is_promised_falls_into_open_hours_on_a_quarter()
    {
        var plan = new HoursPlan("Europe/Paris", null, [new WeeklyHours(1, "", [.. Enumerable.Repeat<IReadOnlyList<HoursSpan>>([new(540, 1080)], 5), [], []])], [], [new TopicChannel(5, ChannelKind.Email, true, 1, 240)]);
        var friday = DateTimeOffset.Parse("2026-11-27T16:07:00+01:00", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var until = SupportHub.Email.Promises.Until(new SiteHours(plan), 5, null, friday);
        Assert.That(DateTimeOffset.FromUnixTimeMilliseconds(until!.Value).ToOffset(TimeSpan.FromHours(1)).ToString("s", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo("2026-11-30T11:15:00"));
    }

    [Test]
    public void A_page_made_of_text_holds_no_markup_of_the_writer()
    {
        var html = MailHtml.Of("<script>alert(1)</script> & https://shop.example/a?b=1&c=\"x\n\nSecond", "en");
        Assert.That(html, Does.Contain("&lt;script&gt;").And.Contain("<a href=\"https://shop.example/a?b=1&amp;c=\">").And.Contain("<p>Second</p>"));
    }

    private static bool IsGood(string secret, string? time, string? signature, byte[] mail, long nowMs)
    {
        using var signed = InboundSignature.Begin(secret, time);
        signed.AppendData(mail);
        return InboundSignature.IsGood(signed, time, signature, nowMs);
    }

    private static SupportHub.Email.Reading.Quotes.MailText MailText(string written) => SupportHub.Email.Reading.Quotes.MailText.Empty with { Written = written };

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
