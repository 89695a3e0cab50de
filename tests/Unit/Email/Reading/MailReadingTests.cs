using System.Text;
using NUnit.Framework;
using SupportHub.Email.Reading;

namespace SupportHub.Unit.Email.Reading;

public sealed class MailReadingTests
{
    [Test]
    public void The_header_is_read_as_people_see_it()
    {
        var mail = Read("From: =?utf-8?q?Ren=C3=A9e_D=2E?= <renee@example.org>\nTo: \"A, B\" <a@example.com>, b@example.com\nCc: c@example.com\nDelivered-To: hosting-fr@example.com\nSubject: =?iso-8859-1?q?d=E9j=E0?=\n vu\nMessage-ID: <1@example.org>\nIn-Reply-To: <0@example.com>\nReferences: <x@example.com> <0@example.com>\nDate: Mon, 3 Mar 2025 10:12:00 +0100\n\nBonjour");

        Assert.That(mail.From, Is.EqualTo(new MailPerson("renee@example.org", "Renée D.")));
        Assert.That(mail.To.Select(person => person.Address), Is.EqualTo(new[] { "a@example.com", "b@example.com" }));
        Assert.That(mail.DeliveredTo, Is.EqualTo(new[] { "hosting-fr@example.com" }));
        Assert.That((mail.Subject, mail.MessageId, mail.InReplyTo), Is.EqualTo(("déjà vu", "1@example.org", "0@example.com")));
        Assert.That(mail.References, Is.EqualTo(new[] { "x@example.com", "0@example.com" }));
        Assert.That(mail.SentMs, Is.EqualTo(DateTimeOffset.Parse("2025-03-03T09:12:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()));
        Assert.That(mail.LookAt, Is.Empty);
    }

    [Test]
    public void No_field_has_a_line_end_or_a_mark_that_turns_the_direction()
    {
        var mail = Read("From: =?utf-8?q?a=0D=0ABcc:_x@example.org?= <a@example.org>\nSubject: =?utf-8?b?YQ0KQmNjOiBi4oCuYw==?=\nContent-Type: text/plain; name=\"=?utf-8?q?..=2F=0D=0Ax.txt?=\"\nContent-Disposition: attachment\n\nb");

        Assert.That(mail.From!.Name + mail.Subject + mail.Files.Single().Name, Has.None.Matches<char>(char.IsControl));
        Assert.That(mail.Subject, Has.None.EqualTo('\u202e'));
        Assert.That(mail.Files.Single().Name, Does.Not.Contain("/"));
    }

    [TestCase("=?utf-8?q?boss@example.com=2C?=", "boss@example.com,")]
    [TestCase("=?utf-8?q?boss@example.com_=3Cboss@example.com=3E?=", "boss@example.com <boss@example.com>")]
    [TestCase("=?utf-8?q?a=0D=0ABcc:_x@example.org?=", "a  Bcc: x@example.org")]
    public void A_name_that_spells_an_address_is_a_name_and_makes_nobody_a_sender(string written, string name)
    {
        var mail = Read($"From: {written} <a@example.org>\nTo: {written} <b@example.org>\n\nx");
        Assert.That(mail.From, Is.EqualTo(new MailPerson("a@example.org", name)));
        Assert.That(mail.To, Is.EqualTo(new[] { new MailPerson("b@example.org", name) }));
    }

    [TestCase("us-ascii", "déjà vu €")]
    [TestCase("iso-8859-1", "déjà vu €")]
    [TestCase("no-such-charset", "déjà vu €")]
    public void Utf8_under_a_wrong_label_is_read_as_utf8(string label, string text) =>
        Assert.That(Read($"From: a@example.org\nContent-Type: text/plain; charset={label}\nContent-Transfer-Encoding: 8bit\n\n{text}").Text.Written, Is.EqualTo(text));

    [TestCase("iso-8859-1")]
    [TestCase("windows-1252")]
    [TestCase("iso-8859-15")]
    [TestCase(null)]
    public void Western_bytes_are_read(string? label)
    {
        var raw = Encoding.Latin1.GetBytes($"From: a@example.org\nContent-Type: text/plain{(label is null ? "" : $"; charset={label}")}\n\ndéjà vu");

        Assert.That(MailReading.Read(raw).Text.Written, Is.EqualTo("déjà vu"));
    }

    [Test]
    public void Files_are_read_as_they_were_sent()
    {
        var mail = Read("From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: application/pdf; name=\"../../f.pdf\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\nJVBERg==\n--b--\n");
        using var content = new StreamReader(mail.Files.Single().Open());

        Assert.That((mail.Files[0].Name, mail.Files[0].ContentType, mail.Files[0].Size, content.ReadToEnd()), Is.EqualTo(("f.pdf", "application/pdf", 4L, "%PDF")));
    }

    [Test]
    public void The_hash_outlives_the_way_and_tells_mails_apart()
    {
        const string Mail = "From: a@example.org\nSubject: s\n\nbody\nmore\n";
        var hash = Read(Mail).ContentHash;

        Assert.That(Read("Received: from x\n" + Mail.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n").ContentHash, Is.EqualTo(hash));
        Assert.That(Read(Mail.Replace("more", "less", StringComparison.Ordinal)).ContentHash, Is.Not.EqualTo(hash));
        Assert.That(Read(Mail.Replace("Subject: s", "Subject: t", StringComparison.Ordinal)).ContentHash, Is.Not.EqualTo(hash));
    }

    [Test]
    public void The_same_in_two_forms_is_one_text_and_one_page()
    {
        var mail = Read("From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: text/html\n\n<p>hello</p>\n--b--\n");

        Assert.That((mail.Text.Written, mail.Html, mail.Files.Count), Is.EqualTo(("hello", "<p>hello</p>", 0)));
    }

    [Test]
    public void An_answer_between_the_lines_is_shown_where_only_the_page_has_marks()
    {
        const string Head = "On Mon, 3 Mar 2025 at 10:12, X <x@example.org> wrote:";
        var mail = Read($"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello\n\n{Head}\n\nOne?\n\nYes\n\nTwo?\n--b\nContent-Type: text/html\n\n<p>Hello</p><p>{Head.Replace("<", "&lt;", StringComparison.Ordinal)}</p><blockquote type=cite>One?</blockquote><p>Yes</p><blockquote type=cite>Two?</blockquote>\n--b--\n");

        Assert.That(mail.Text.Written, Does.Contain("Yes").And.Not.Contain("Two?"));
    }

    [TestCase("")]
    [TestCase("\n\n\n")]
    [TestCase("\0\0\0\0")]
    [TestCase("From: <<<>>>>@@\nContent-Type: ;;;;boundary\nDate: never\nMessage-ID: <\n\nx")]
    [TestCase("no header here, only words")]
    public void What_is_no_mail_is_to_be_looked_at(string raw) => Assert.That(Read(raw).LookAt, Is.Not.Empty);

    [Test]
    public void A_stream_is_read_as_its_bytes() => Assert.That(MailReading.Read(new MemoryStream("From: a@example.org\n\nx"u8.ToArray())).Text.Written, Is.EqualTo("x"));

    private static ReadMail Read(string raw) => MailReading.Read(Encoding.UTF8.GetBytes(raw));
}
