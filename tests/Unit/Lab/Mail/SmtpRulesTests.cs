using CsCheck;
using NUnit.Framework;
using SupportHub.Lab.Mail.Smtp;

namespace SupportHub.Unit.Lab.Mail;

public sealed class SmtpRulesTests
{
    [TestCase("EHLO a; MAIL FROM:<a@b.example>; RCPT TO:<c@d.example>; DATA", "250 250 250 354")]
    [TestCase("HELO a; mail from:<> ; rcpt to:<Postmaster>; DATA", "250 250 250 354")]
    [TestCase("EHLO a; MAIL FROM:<a@b.example> SIZE=100 BODY=8BITMIME SMTPUTF8 AUTH=<>", "250 250")]
    [TestCase("EHLO a; MAIL FROM:<@x.example,@y.example:a@b.example>; RCPT TO:<\"c d\"@[127.0.0.1]>", "250 250 250")]
    [TestCase("EHLO a; MAIL FROM:<é@b.example>", "250 550")]
    [TestCase("EHLO a; MAIL FROM:<é@bücher.example> SMTPUTF8; RCPT TO:<😀@d.example>", "250 250 250")]
    [TestCase("EHLO a; MAIL FROM:<a@b.example>; RCPT TO:<😀@d.example>", "250 250 550")]
    [TestCase("EHLO a; MAIL FROM:<a@b.example> SIZE=26214400; RSET; MAIL FROM:<a@b.example> SIZE=26214401", "250 250 250 552")]
    [TestCase("EHLO a; MAIL FROM:<a@b.example> SIZE=99999999999999999999; MAIL FROM:<a@b.example> SIZE=-1; MAIL FROM:<a@b.example> COLOR=red", "250 552 555 555")]
    [TestCase("MAIL FROM:<a@b.example>; RCPT TO:<c@d.example>; DATA", "503 503 503")]
    [TestCase("EHLO a; DATA; MAIL FROM:<a@b.example>; MAIL FROM:<a@b.example>; DATA; RSET; RCPT TO:<c@d.example>", "250 503 250 503 554 250 503")]
    [TestCase("EHLO a; MAIL FROM:<a@b.example>; EHLO a; RCPT TO:<c@d.example>", "250 250 250 503")]
    [TestCase("EHLO a; MAIL FROM: a@b.example; MAIL a; MAIL FROM:<a@>; MAIL FROM:<a b@c.example>; MAIL FROM:<a@b.example>x", "250 501 501 501 501 501")]
    [TestCase("EHLO a; MAIL FROM:<a@b.example>; RCPT TO:<>; RCPT TO:<c@d.example> NOTIFY=NEVER; RCPT TO:c@d.example", "250 250 501 555 501")]
    [TestCase("EHLO; HELO; NOOP; NOOP x; VRFY; VRFY claire; RSET x; QUIT x; HELP; STARTTLS; ; FOO", "501 501 250 250 501 252 501 501 502 502 500 500")]
    [TestCase("EHLO a; AUTH PLAIN AGEAYg==; AUTH PLAIN AGEAYg==", "250 235 503")]
    [TestCase("EHLO a; AUTH PLAIN; AGEAYg==; QUIT", "250 334 235 221")]
    [TestCase("EHLO a; AUTH LOGIN; YQ==; Yg==", "250 334 334 235")]
    [TestCase("EHLO a; AUTH LOGIN YQ==; =; NOOP", "250 334 235 250")]
    [TestCase("EHLO a; AUTH LOGIN; *; AUTH LOGIN; !!; AUTH CRAM-MD5; HELO a; AUTH PLAIN", "250 334 501 334 501 504 250 503")]
    public void Answers_as_the_standard_says(string commands, string codes)
    {
        var state = SmtpState.Fresh;
        var said = new List<int>();
        foreach (var command in commands.Split("; "))
        {
            (state, var reply) = SmtpRules.Take(state, command);
            said.Add(reply.Code);
        }

        Assert.That(string.Join(' ', said), Is.EqualTo(codes));
    }

    [Test]
    public void A_greeting_announces_what_is_understood()
    {
        var (_, reply) = SmtpRules.Take(SmtpState.Fresh, "EHLO hub.example");

        Assert.That(reply.ToString(), Is.EqualTo(
            "250-lab.localhost\r\n250-PIPELINING\r\n250-SIZE 26214400\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN LOGIN\r\n"));
    }

    [Test]
    public void The_101st_recipient_is_told_to_come_later_and_the_others_stay()
    {
        var (state, _) = SmtpRules.Take(SmtpRules.Take(SmtpState.Fresh, "EHLO a").State, "MAIL FROM:<>");
        var codes = new List<int>();
        for (var at = 0; at < 101; at++)
        {
            (state, var reply) = SmtpRules.Take(state, $"RCPT TO:<c{at}@d.example>");
            codes.Add(reply.Code);
        }

        Assert.That(codes.Take(100), Is.All.EqualTo(250));
        Assert.That(codes[100], Is.EqualTo(452));
        Assert.That(state.Envelope!.Recipients, Has.Count.EqualTo(100));
    }

    [Test]
    public void Who_only_says_nonsense_is_left_in_the_end()
    {
        var state = SmtpState.Fresh;
        var codes = new List<int>();
        while (state.Next != SmtpNext.Close)
        {
            (state, var reply) = SmtpRules.Take(state, "GET / HTTP/1.1");
            codes.Add(reply.Code);
        }

        Assert.That(codes, Has.Count.EqualTo(SmtpRules.MostFaults));
        Assert.That(codes[^1], Is.EqualTo(421));
    }

    [Test]
    public void Whatever_is_said_has_an_answer_of_lines_that_fit()
    {
        var word = Gen.OneOf(
            One("EHLO", "HELO a", "EHLO a", "MAIL FROM:<a@b.example>", "MAIL FROM:<", "RCPT TO:<c@d.example>", "RCPT TO:<\"", "AUTH PLAIN", "AUTH LOGIN", "*", "=", "YQ==", "RSET", "NOOP", "DATA"),
            Gen.String[0, 60]);
        word.Array[0, 40].Sample(said =>
        {
            var state = SmtpState.Fresh;
            foreach (var line in said)
            {
                (state, var reply) = SmtpRules.Take(state, line);
                var wire = reply.ToString();
                if (reply.Code is < 200 or > 599 || !wire.EndsWith("\r\n", StringComparison.Ordinal) || wire.Split("\r\n").Any(l => l.Length > 510) || wire.Any(c => c > 126))
                    return false;
                // A mail is asked for only when it is known from whom and to whom.
                if (state.Next == SmtpNext.Mail && state.Envelope is not { Recipients.IsEmpty: false })
                    return false;
                if (state.Next == SmtpNext.Mail)
                    state = SmtpRules.AfterMail(state);
            }
            return true;
        });
    }

    [TestCase(null)]
    [TestCase("a")]
    public void An_address_that_never_ends_is_refused_quickly(string? quoted)
    {
        var state = SmtpRules.Take(SmtpState.Fresh, "EHLO a").State;
        var hostile = $"MAIL FROM:<{(quoted is null ? "" : "\"")}{string.Concat(Enumerable.Repeat("a.", 6_000))}";

        Assert.That(SmtpRules.Take(state, hostile).Reply.Code, Is.EqualTo(501));
        Assert.That(SmtpRules.Take(state, $"MAIL FROM:<{new string('a', 60)}@{new string('b', 200)}.example>").Reply.Code, Is.EqualTo(501));
    }

    private static Gen<string> One(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);
}
