using System.Text;
using CsCheck;
using NUnit.Framework;
using SupportHub.Lab.Mail.Smtp;

namespace SupportHub.Unit.Lab.Mail;

public sealed class MailLinesTests
{
    [TestCase(".\r\n", "", null)]
    [TestCase("a\r\n.\r\n", "a\r\n", null)]
    [TestCase("..\r\n...a\r\n.b\r\n.\r\n", ".\r\n..a\r\nb\r\n", null)]
    [TestCase("a\n.\nb\r\n.\r\n", "a\n.\nb\r\n", 554)]
    [TestCase("a\r\n.\nb\r\n.\r\n", "a\r\n\nb\r\n", 554)]
    [TestCase("a\r.\r\nb\r\n.\r\n", "a\r.\r\nb\r\n", 554)]
    [TestCase("a\r\n.\r.\r\n.\r\n", "a\r\n\r.\r\n", 554)]
    public void Only_a_dot_alone_between_two_proper_line_ends_is_the_end(string sent, string mail, int? refused)
    {
        var lines = new MailLines(1_000);
        var read = Read(lines, Encoding.ASCII.GetBytes(sent + "QUIT\r\n"), 3, out var taken);

        Assert.That(lines.Ended);
        Assert.That(taken, Is.EqualTo(sent.Length));
        Assert.That(Encoding.ASCII.GetString(read), Is.EqualTo(mail));
        Assert.That(lines.Refusal?.Code, Is.EqualTo(refused));
    }

    [Test]
    public void What_a_client_stuffed_comes_out_as_it_was_wherever_it_is_cut()
    {
        var line = Gen.OneOf(One(".", "..", "", ".\0", "a.", "é."), Gen.Char['!', '~'].Array[0, 30].Select(letters => new string(letters)));
        Gen.Select(line.Array[0, 12], Gen.Int[1, 9]).Sample((mail, cut) =>
        {
            var sent = string.Concat(mail.Select(l => $"{(l.StartsWith('.') ? "." : "")}{l}\r\n")) + ".\r\n";
            var lines = new MailLines(10_000);
            var read = Read(lines, Encoding.UTF8.GetBytes(sent), cut, out _);
            return lines.Ended && lines.Refusal is null && Encoding.UTF8.GetString(read) == string.Concat(mail.Select(l => l + "\r\n"));
        });
    }

    [TestCase(998, null)]
    [TestCase(999, 554)]
    public void A_line_has_at_most_998_octets(int length, int? refused)
    {
        var lines = new MailLines(10_000);
        Read(lines, Encoding.ASCII.GetBytes($"{new string('a', length)}\r\n.\r\n"), 100, out _);

        Assert.That(lines.Refusal?.Code, Is.EqualTo(refused));
    }

    [TestCase(12, null)]
    [TestCase(11, 552)]
    public void A_mail_that_is_too_large_is_read_to_its_end_all_the_same(int largest, int? refused)
    {
        var lines = new MailLines(largest);
        Read(lines, "1234567890\r\n.\r\n"u8.ToArray(), 4, out _);

        Assert.That(lines.Ended);
        Assert.That(lines.Refusal?.Code, Is.EqualTo(refused));
    }

    private static byte[] Read(MailLines lines, byte[] sent, int cut, out int taken)
    {
        using var mail = new MemoryStream();
        taken = 0;
        while (taken < sent.Length && !lines.Ended)
        {
            var piece = sent.AsSpan(taken, Math.Min(cut, sent.Length - taken));
            var into = new byte[piece.Length + 1];
            var (here, written) = lines.Take(piece, into);
            mail.Write(into, 0, written);
            taken += here;
        }
        return mail.ToArray();
    }

    private static Gen<string> One(params string[] words) => Gen.Int[0, words.Length - 1].Select(at => words[at]);
}
