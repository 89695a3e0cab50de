using MimeKit;
using NUnit.Framework;
using SupportHub.Email.Intake;
using SupportHub.Email.Reading;
using SupportHub.Email.Sending;
using SupportHub.Shared;

namespace SupportHub.Unit.Email;

/// <summary>What becomes of a mail of which only the beginning was fetched, and what its sender is told.</summary>
public sealed class TooLargeTests
{
    private const string Text = "This is my film.";

    [Test]
    public void Wherever_a_mail_is_cut_the_file_that_is_not_whole_is_refused_and_the_others_and_the_text_are_taken()
    {
        var raw = Film();
        var end = raw.AsSpan().LastIndexOf("filename=film.mp4"u8) + 40;
        foreach (var length in Enumerable.Range(0, 50).Select(i => end + i * (raw.Length - 200 - end) / 50))
        {
            var mail = MailReading.Read(raw[..length], size: raw.Length);
            var (taken, refused) = RefusedFiles.Sort(mail);
            Assert.That(mail.Text.Shown.Trim(), Is.EqualTo(Text));
            Assert.That(taken.Select(f => f.Name), Is.EqualTo(new[] { "note.txt" }));
            Assert.That(refused, Is.EqualTo(new[] { new RefusedFile("film.mp4", null) }));
        }
    }

    [Test]
    public void A_mail_that_came_whole_has_nothing_refused()
    {
        var raw = Film();
        Assert.That(RefusedFiles.Sort(MailReading.Read(raw, size: raw.Length)).Refused, Is.Empty);
    }

    [Test]
    public void A_mail_that_is_cut_in_its_text_says_that_something_is_missing()
    {
        var raw = Film();
        var refused = RefusedFiles.Sort(MailReading.Read(raw[..(raw.AsSpan().IndexOf("my film"u8) + 3)], size: raw.Length)).Refused;
        Assert.That(refused, Has.Count.EqualTo(1));
    }

    [Test]
    public void Each_notice_says_what_to_do_in_both_languages([Values] MailNotice notice)
    {
        var (english, french) = (NoticeWords.Text(notice, "Shop", "en"), NoticeWords.Text(notice, "Shop", "fr-FR"));
        Assert.That(english, Does.StartWith("Hello,").And.Contain("Shop"));
        Assert.That(french, Does.StartWith("Bonjour,").And.Contain("Shop"));
        Assert.That(NoticeWords.Subject(notice, "Shop", "fr"), Is.Not.EqualTo(NoticeWords.Subject(notice, "Shop", "en")));
        if (notice == MailNotice.TooLarge)
            Assert.That((english.Contains("25 MB", StringComparison.Ordinal), french.Contains("25\u00a0Mo", StringComparison.Ordinal)), Is.EqualTo((true, true)));
    }

    private static byte[] Film()
    {
        var body = new BodyBuilder { TextBody = Text };
        body.Attachments.Add("note.txt", "A small one"u8.ToArray(), new ContentType("text", "plain"));
        body.Attachments.Add("film.mp4", new byte[20_000], new ContentType("video", "mp4"));
        var mail = new MimeMessage { Subject = "Film", Body = body.ToMessageBody(), MessageId = "film@customer.example" };
        mail.From.Add(MailboxAddress.Parse("marc@customer.example"));
        mail.To.Add(MailboxAddress.Parse("support@shop.example"));
        var raw = new MemoryStream();
        mail.WriteTo(raw);
        return raw.ToArray();
    }
}
