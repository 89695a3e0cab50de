using System.Diagnostics;
using System.Text.Json;
using NUnit.Framework;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Machines;
using SupportHub.Tests;

namespace SupportHub.Unit.Email.Reading;

/// <summary>The collected bounces, automatic answers and feedback reports.</summary>
public sealed class BounceCorpusTests
{
    private sealed record Case(string File, bool IsBounce, bool? IsPermanent, string[] Recipients, MachineKind Expected);

    [Test]
    public void Bounces_are_recognised_and_told_apart()
    {
        var folder = Corpora.Path("c_autoreply_bounce");
        var (bounces, recognised, known, right, named, all) = (0, 0, 0, 0, 0, 0);
        foreach (var one in Sisimai(Path.Combine(folder, "sisimai")).Concat(Flufl(Path.Combine(folder, "flufl_bounce"))))
        {
            var signs = MailReading.Read(File.ReadAllBytes(one.File)).Machine;
            if (signs.Kind != one.Expected)
                TestContext.Out.WriteLine($"{Path.GetFileName(one.File)}: {signs.Kind} ({signs.Sign}) instead of {one.Expected}");
            if (!one.IsBounce)
                continue;
            bounces++;
            if (signs.Bounce is not { } bounce)
                continue;
            recognised++;
            if (one.IsPermanent is { } permanent)
            {
                known++;
                right += permanent == bounce.IsPermanent ? 1 : 0;
                if (permanent != bounce.IsPermanent)
                    TestContext.Out.WriteLine($"{Path.GetFileName(one.File)}: permanent {bounce.IsPermanent} instead of {permanent}, {string.Join(", ", bounce.Recipients.Select(r => $"{r.Address} {r.Status} {r.Diagnostic}"))}");
            }
            if (one.Recipients.Length == 0)
                continue;
            all++;
            var same = one.Recipients.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(bounce.Recipients.Select(recipient => recipient.Address));
            named += same ? 1 : 0;
            if (!same)
                TestContext.Out.WriteLine($"{Path.GetFileName(one.File)}: recipients {string.Join(", ", bounce.Recipients.Select(recipient => recipient.Address))} instead of {string.Join(", ", one.Recipients)}");
        }
        TestContext.Out.WriteLine($"bounces recognised: {recognised} of {bounces}; permanent or temporary right: {right} of {known}; failing recipients right: {named} of {all}");

        Assert.That(recognised, Is.GreaterThanOrEqualTo(bounces * 0.95));
        Assert.That(right, Is.GreaterThanOrEqualTo(known * 0.9));
    }

    /// <summary>Mail that people wrote: the collected replies and the mails of the MIME collections that are neither reports nor sent through lists.</summary>
    [Test]
    public void No_persons_mail_is_called_a_machines()
    {
        var files = Directory.EnumerateFiles(Corpora.Path("a_reply_stripping"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("LICENSE", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal));
        var wrong = new List<string>();
        var count = 0;
        foreach (var file in files)
        {
            var raw = File.ReadAllText(file);
            var mail = file.EndsWith(".eml", StringComparison.Ordinal) ? raw : $"From: Jean Dupont <jean@example.org>\nTo: help@example.com\nSubject: Re: failure notice\nContent-Type: {(file.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "text/plain")}; charset=utf-8\n\n{raw}";
            count++;
            if (MailReading.Read(System.Text.Encoding.UTF8.GetBytes(mail)).Machine is { Kind: not MachineKind.None } signs)
                wrong.Add($"{file}: {signs}");
        }
        TestContext.Out.WriteLine($"people's mails: {count}, called a machine's: {wrong.Count}");

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Times_of_reading()
    {
        var files = Directory.EnumerateFiles(Corpora.Path("c_autoreply_bounce"), "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Corpora.Path("a_reply_stripping"), "*.eml", SearchOption.AllDirectories)).Select(File.ReadAllBytes).ToList();
        files.ForEach(raw => MailReading.Read(raw));
        var times = files.Select(raw =>
        {
            var start = Stopwatch.GetTimestamp();
            MailReading.Read(raw);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }).Order().ToList();
        TestContext.Out.WriteLine($"{times.Count} mails: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.0} ms, longest {times[^1]:0.0} ms");

        Assert.That(times[^1], Is.LessThan(1000));
    }

    private static IEnumerable<Case> Sisimai(string folder)
    {
        foreach (var entry in JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement.EnumerateObject())
        {
            var file = Path.Combine(folder, entry.Name);
            var reports = Array(entry.Value, "sisimai").Select(report => report.GetProperty("dsn").GetString()!).Where(dsn => dsn.Length > 0).ToList();
            var recipients = Array(entry.Value, "dsn_recipients_python_email");
            var statuses = reports.Count > 0 ? reports : [.. recipients.Where(group => group.TryGetProperty("Status", out _)).Select(group => group.GetProperty("Status").GetString()!.Trim())];
            var kind = entry.Value.GetProperty("kind").GetString();
            var feedback = entry.Value.GetProperty("report_type").GetString() is "feedback-report";
            var bounce = kind is "bounce" && !feedback;
            yield return new(file, bounce, statuses.Count == 0 ? null : statuses.Exists(status => status[0] == '5'), [],
                feedback ? MachineKind.FeedbackReport : bounce ? MachineKind.Bounce : kind is "autoreply" ? MachineKind.AutoReply : kind is "abuse-report" ? MachineKind.FeedbackReport : MachineKind.AutoReply);
        }
    }

    private static List<JsonElement> Array(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : [];

    private static IEnumerable<Case> Flufl(string folder)
    {
        foreach (var entry in JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement.EnumerateObject())
        {
            var reports = entry.Value.EnumerateArray().ToList();
            var recipients = reports.SelectMany(report => report.GetProperty("permanent").EnumerateArray()).Select(address => address.GetString()!).ToArray();
            var bounce = recipients.Length > 0;
            yield return new(Path.Combine(folder, entry.Name), bounce, bounce ? !reports[0].GetProperty("is_temporary").GetBoolean() : null, recipients, bounce ? MachineKind.Bounce : MachineKind.AutoReply);
        }
    }
}
