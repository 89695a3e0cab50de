using System.Text;
using NUnit.Framework;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Quotes;

namespace SupportHub.Unit.Email.Reading;

/// <summary>A megabyte of whatever makes a careless rule slow.</summary>
public sealed class HostileMailTests
{
    private const int Letters = 1_000_000;

    private static readonly string[] Pieces =
    [
        "a", ">", "> ", "<", "@", ":", "-", "_", "On ", "wrote: ", "12:00 ", "2016-01-01 ", "a@b ", "<a@b> ", "http://", "[a](", "From: a@b ", "Sent from my ", "*", "\u00a0", " ", "\t", "à ", "12.12.", "5.1.1 ", "-- ",
        "\n", "a\n", ">\n", "> a\n", "--\n", "wrote:\n", "On 2016-01-01 12:00\n", "From: a@b\n", "<\n", "a@b\n", "-----\n", "____________\nhttp://a\n", "Sent from my iPhone\n", "2016-01-01 12:00 <a@b>:\n", "\n\n\n\n:\n", "<a\n> wrote:\n", "\r", "\u0000",
        "<a@b> schrieb am 12.12.2016:\n\n", "5.1.1 550 <a@b>:\n", "Final-Recipient: rfc822; a@b\n",
    ];

    [TestCaseSource(nameof(Pieces))]
    public void No_text_makes_the_rules_slow(string piece)
    {
        var text = Repeated(piece);
        var passages = 0;
        var took = CpuTime.Of(() => passages = QuoteRules.Split(text, "Jean").Passages.Count);
        TestContext.Out.WriteLine($"{took.TotalMilliseconds:0} ms, {passages} passages");

        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    [TestCaseSource(nameof(Pieces))]
    public void No_mail_of_a_daemon_makes_the_rules_slow(string piece)
    {
        var raw = Encoding.UTF8.GetBytes("From: MAILER-DAEMON@example.org\nTo: help@example.com\nSubject: failure notice\n\n" + Repeated(piece));
        var took = CpuTime.Of(() => MailReading.Read(raw));
        TestContext.Out.WriteLine($"{took.TotalMilliseconds:0} ms");

        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    [TestCase("<div>")]
    [TestCase("<b>")]
    [TestCase("<b id=1><p>")]
    [TestCase("<a href='http://a'>a")]
    [TestCase("<table><tr><td>")]
    [TestCase("<blockquote type=cite>a<br>")]
    [TestCase("<div></b>")]
    [TestCase("<p>a<br>")]
    [TestCase("<td>a")]
    [TestCase("<img src='cid:a'>")]
    [TestCase("<p style='color:red;position:fixed'>")]
    [TestCase("<font><p></font>")]
    [TestCase("&nbsp;")]
    [TestCase("<!--")]
    [TestCase("<select><option>")]
    [TestCase("<svg><style>")]
    public void No_page_makes_the_reading_slow_or_ends_the_process(string piece)
    {
        var raw = Encoding.UTF8.GetBytes("From: a@example.org\nContent-Type: text/html; charset=utf-8\n\n" + Repeated(piece));
        ReadMail? mail = null;
        var took = CpuTime.Of(() => mail = MailReading.Read(raw));
        TestContext.Out.WriteLine($"{took.TotalMilliseconds:0} ms, {string.Join(", ", mail!.LookAt)}");

        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public void Parts_in_parts_end_at_the_limit_and_are_kept()
    {
        var raw = new StringBuilder("From: a@example.org\n");
        for (var depth = 0; depth < 5000; depth++)
            raw.Append($"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        raw.Append("Content-Type: text/plain\n\nthe innermost words\n");

        var mail = MailReading.Read(Encoding.ASCII.GetBytes(raw.ToString()));

        Assert.That(mail.LookAt, Does.Contain(LookReason.TooDeep));
        Assert.That(mail.Files.Select(Text), Has.Some.Contains("the innermost words"));
    }

    [Test]
    public void A_mail_of_ten_thousand_parts_is_read_up_to_the_limit()
    {
        var raw = "From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: image/png\n\nx\n", 10_000)) + "--b--\n";

        var mail = MailReading.Read(Encoding.ASCII.GetBytes(raw));

        Assert.That(mail.LookAt, Does.Contain(LookReason.TooManyParts));
        Assert.That(mail.Files, Has.Count.LessThanOrEqualTo(MailLimits.Default.Parts));
    }

    [Test]
    public void More_text_than_can_be_shown_is_a_file_as_well()
    {
        var words = string.Concat(Enumerable.Repeat("many words\n", 100_000));

        var mail = MailReading.Read(Encoding.ASCII.GetBytes("From: a@example.org\n\n" + words));

        Assert.That(mail.LookAt, Is.EqualTo(new[] { LookReason.TooMuchText }));
        Assert.That(mail.Text.Written, Has.Length.LessThanOrEqualTo(MailLimits.Default.TextLetters));
        Assert.That(Text(mail.Files.Single()), Is.EqualTo(words.TrimEnd('\n')));
    }

    [Test]
    public void A_mail_beyond_the_size_has_its_header_read()
    {
        var mail = MailReading.Read(Encoding.ASCII.GetBytes("From: a@example.org\nSubject: s\n\nbody"), new MailLimits { Bytes = 20 });

        Assert.That(mail.LookAt, Is.EqualTo(new[] { LookReason.TooLarge }));
        Assert.That(mail.Subject, Is.EqualTo("s"));
    }

    private static string Repeated(string piece) => string.Concat(Enumerable.Repeat(piece, Letters / piece.Length));

    private static string Text(MailFile file)
    {
        using var reader = new StreamReader(file.Open());
        return reader.ReadToEnd();
    }
}
