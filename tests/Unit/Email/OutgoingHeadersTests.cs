using System.Collections.Frozen;
using CsCheck;
using MimeKit;
using NUnit.Framework;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Sending;
using SupportHub.Email.Threads;
using SupportHub.Email.Tokens;
using SupportHub.Shared;

namespace SupportHub.Unit.Email;

/// <summary>Whatever is in a name, a subject or the name of a file, it begins no line of its own.</summary>
public sealed class OutgoingHeadersTests
{
    private static readonly OpenMailbox Mailbox = new(
        1, "support@shop.example", "Shop", new MailServer("localhost", 25, MailSecurity.None), null, new MailAccount(MailSignIn.None, null, null), true, FrozenDictionary<string, MailAlias>.Empty, "secret", new ThreadKey(new byte[32]));

    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\r\n ", "\u0085"];
    private static readonly string[] Fields = ["Bcc", "Content-Type", "X-Evil"];

    [Test]
    public void Line_breaks_in_names_subjects_and_file_names_add_no_header() =>
        Gen.Select(Gen.Int[0, Breaks.Length - 1], Gen.String[Gen.Char["ab é:"], 0, 20], Gen.Int[0, Fields.Length - 1]).Select((at, text, field) => (Breaks[at], text, Fields[field])).Sample(drawn =>
        {
            var (cut, text, field) = drawn;
            var evil = $"{text}{cut}{field}: all@elsewhere.example";
            using var content = new MemoryStream("x"u8.ToArray());
            var written = new MemoryStream();
            using (var message = MailWriter.Write(
                new OutgoingMail("1@shop.example", evil, "marc@customer.example", evil, "support@shop.example", evil, "Hello", "en", 0, null, [], false, [new OutgoingFile(evil, "text/plain", content)]), Mailbox))
                message.WriteTo(written);
            written.Position = 0;
            using var read = MimeMessage.Load(written);
            Assert.That(read.Bcc, Is.Empty);
            Assert.That(read.To.Mailboxes.Single().Address, Is.EqualTo("marc@customer.example"));
            Assert.That(read.From.Mailboxes.Single().Address, Is.EqualTo("support@shop.example"));
            Assert.That(read.Headers.Select(h => h.Field), Has.No.Member("X-Evil"));
            Assert.That(read.Headers.Count(h => h.Id == HeaderId.ContentType) + read.Headers.Count(h => h.Id == HeaderId.Subject), Is.LessThanOrEqualTo(2));
            var file = (MimePart)read.Attachments.Single();
            Assert.That(file.Headers.Select(h => h.Field), Has.No.Member("X-Evil").And.No.Member("Bcc"));
            Assert.That(read.Subject, Does.Contain($"{field}: all@elsewhere.example"), "it is text");
        }, iter: 300);
}
