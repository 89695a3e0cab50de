using System.Net;
using System.Text;
using Dapper;
using MimeKit;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Line breaks where a mail has none: what is written stays in its own line.</summary>
[OnBothEngines]
public sealed class LineBreakTests(Engine engine) : MailTest(engine)
{
    [Test]
    public async Task Line_breaks_in_names_subjects_and_addresses_stay_where_they_are()
    {
        await using var customer = await World.Visitor(Hub.Address);
        var start = new { session = 5, body = "Hello", name = "Eve\r\nBcc: all@elsewhere.example", email = "eve@customer.example", byMail = true };
        await customer.Ask("Start", start);
        var mail = await Smtp.To("eve@customer.example");
        Assert.That(mail.Bcc, Is.Empty);
        Assert.That(mail.Headers.Count(h => h.Id == HeaderId.To), Is.EqualTo(1));
        await using var other = await World.Visitor(Hub.Address);
        Assert.That(await other.Refused("Start", new { session = 6, body = "Hello", email = "eve@customer.example\r\nBcc: all@elsewhere.example", byMail = true }), Is.EqualTo("address-invalid"));
    }

    [Test]
    public async Task Line_breaks_that_are_hidden_in_encoded_words_of_a_mail_are_kept_on_one_line_and_begin_no_header_of_the_answer()
    {
        const string Subject = "OrderBcc: all@elsewhere.exampleEvil";
        await using var claire = await World.Agent(Hub, 1);
        Assert.That(await MailWorld.Post(Hub, Encoding.ASCII.GetBytes(Hidden.ReplaceLineEndings("\r\n"))), Is.EqualTo(HttpStatusCode.OK));
        var summary = await claire.Next("Summary", s => Text(s, "status") == "assigned");
        var id = summary.GetProperty("id").GetInt64();
        Assert.That(Text(summary, "customerName"), Is.EqualTo("Eve  Bcc: all@elsewhere.example"));
        await Eventually.Succeeds(async () => Assert.That(await Count("SELECT COUNT(*) FROM mails WHERE state = 1"), Is.EqualTo(1)));
        await using (var connection = await Hub.Get<Storage.Database>().Open())
        {
            Assert.That(await connection.QueryFirstAsync<string>("SELECT subject FROM mails"), Is.EqualTo(Subject));
            Assert.That(await connection.QueryFirstAsync<string>("SELECT name FROM attachments"), Is.EqualTo("billBcc: all@elsewhere.txt"));
            Assert.That(await connection.QueryAsync<string>("SELECT detail FROM entries WHERE detail IS NOT NULL"), Has.None.Contains("\\r").And.None.Contains("\\n"));
        }

        await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "Two days.", byMail = true });
        var answer = await Eventually.Gives(() => Smtp.Taken.FirstOrDefault(m => m.TextBody!.StartsWith("Two days.", StringComparison.Ordinal)));
        Assert.That(Smtp.Recipients.Distinct(), Is.EqualTo(new[] { "eve@customer.example" }));
        Assert.That(answer.Headers.Select(h => h.Id), Has.No.Member(HeaderId.Bcc).And.Exactly(1).EqualTo(HeaderId.Subject).And.Exactly(1).EqualTo(HeaderId.To));
        Assert.That(answer.Subject, Is.EqualTo($"Re: {Subject}"));
        Assert.That(answer.To.Mailboxes.Single().Address, Is.EqualTo("eve@customer.example"));
        Assert.That(answer.To.Mailboxes.Single().Name, Is.EqualTo("Eve  Bcc: all@elsewhere.example"));
    }

    /// <summary>"\r\n" inside the sender's name, the subject (base64: "Order\r\nBcc: all@elsewhere.example\r\n\r\nEvil") and a file's name.</summary>
    private const string Hidden = """
        From: =?utf-8?Q?Eve=0D=0ABcc:_all@elsewhere.example?= <eve@customer.example>
        To: support@shop.example
        Subject: =?utf-8?B?T3JkZXINCkJjYzogYWxsQGVsc2V3aGVyZS5leGFtcGxlDQoNCkV2aWw=?=
        Message-ID: <hidden@customer.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        How long?
        --b
        Content-Type: text/plain
        Content-Disposition: attachment; filename*=utf-8''bill%0D%0ABcc%3A%20all%40elsewhere.txt

        A bill
        --b--

        """;
}
