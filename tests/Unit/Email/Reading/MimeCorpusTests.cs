using System.Diagnostics;
using System.Text;
using NUnit.Framework;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Html;
using SupportHub.Tests;

namespace SupportHub.Unit.Email.Reading;

/// <summary>The collected torture mails: none crashes or takes long, and what is in them is in what was read.</summary>
public sealed class MimeCorpusTests
{
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Latin1, CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!];

    [Test]
    public void Every_mail_is_read_in_under_a_second()
    {
        var files = Directory.EnumerateFiles(Corpora.Path("b_mime"), "*", SearchOption.AllDirectories).ToList();
        var times = new List<double>();
        foreach (var file in files)
        {
            var raw = File.ReadAllBytes(file);
            var start = Stopwatch.GetTimestamp();
            var mail = MailReading.Read(raw);
            foreach (var attachment in mail.Files)
                using (var content = attachment.Open())
                    content.CopyTo(Stream.Null);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (mail.LookAt.Count > 0 && !file.EndsWith(".xml", StringComparison.Ordinal) && !file.Contains("_decoded", StringComparison.Ordinal))
                TestContext.Out.WriteLine($"look at {Path.GetFileName(file)}: {string.Join(", ", mail.LookAt)}");
        }
        times.Sort();
        TestContext.Out.WriteLine($"{files.Count} files read: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.0} ms, longest {times[^1]:0.0} ms");

        Assert.That(times[^1], Is.LessThan(1000));
    }

    [Test]
    public void Nothing_of_a_mail_is_lost()
    {
        var (bodies, missing) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(Corpora.Path("b_mime", "apache_james_mime4j"), "*.msg", SearchOption.AllDirectories))
        {
            var (texts, contents) = Everything(MailReading.Read(File.ReadAllBytes(file)), 0);
            var words = Squeezed(string.Join('\n', texts));
            var stem = file[..^".msg".Length];
            foreach (var decoded in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(stem) + "_decoded_*").Where(part => Path.GetExtension(part) is ".txt" or ".bin"))
            {
                var expected = File.ReadAllBytes(decoded);
                bodies++;
                var found = expected.Length == 0 || contents.Exists(content => Same(content, expected)) || Encodings.Select(encoding => encoding.GetString(expected)).Any(text => words.Contains(Squeezed(text), StringComparison.Ordinal) || words.Contains(Squeezed(HtmlDepth.Words(text)), StringComparison.Ordinal));
                if (!found)
                    missing.Add(Path.GetFileName(decoded));
            }
        }
        TestContext.Out.WriteLine($"{bodies - missing.Count} of {bodies} bodies found again; not: {string.Join(", ", missing)}");

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void Files_in_winmail_dat_are_files_of_the_mail()
    {
        var missing = new List<string>();
        foreach (var tnef in Directory.EnumerateFiles(Corpora.Path("b_mime"), "*.tnef", SearchOption.AllDirectories))
        {
            var raw = $"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(File.ReadAllBytes(tnef), Base64FormattingOptions.InsertLineBreaks)}\n--b--\n";
            var mail = MailReading.Read(Encoding.ASCII.GetBytes(raw));
            var names = mail.Files.Select(file => file.Name).ToList();
            TestContext.Out.WriteLine($"{Path.GetFileName(tnef)}: {string.Join(", ", names)} {string.Join(", ", mail.LookAt)}");
            var list = Path.ChangeExtension(tnef, ".list");
            if (File.Exists(list))
                missing.AddRange(File.ReadAllLines(list).Where(name => name.Length > 0 && name != "body.rtf" && !names.Contains(name)).Select(name => $"{Path.GetFileName(tnef)}: {name}"));
        }

        Assert.That(missing, Is.Empty);
    }

    /// <summary>The words and the files of a mail, and of the mails in it.</summary>
    private static (List<string> Texts, List<byte[]> Contents) Everything(ReadMail mail, int depth)
    {
        var texts = mail.Text.Passages.SelectMany(passage => new[] { passage.Head, passage.Text }).ToList();
        var contents = new List<byte[]>();
        if (mail.Html is { } html)
            texts.Add(HtmlDepth.Words(html));
        foreach (var file in mail.Files)
        {
            var content = new MemoryStream();
            using (var open = file.Open())
                open.CopyTo(content);
            contents.Add(content.ToArray());
            if (file.ContentType != "message/rfc822" || depth > 10)
                continue;
            var (inner, files) = Everything(MailReading.Read(content.ToArray()), depth + 1);
            texts.AddRange(inner);
            contents.AddRange(files);
        }
        return (texts, contents);
    }

    private static bool Same(byte[] content, byte[] expected) => Squeezed(Encoding.Latin1.GetString(content)) == Squeezed(Encoding.Latin1.GetString(expected));

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)));
}
