using System.Text.Json;
using NUnit.Framework;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Html;
using SupportHub.Email.Reading.Quotes;
using SupportHub.Tests;

namespace SupportHub.Unit.Email.Reading;

/// <summary>
/// The collected replies. Each set has its own idea of what a reply is: Discourse leaves signatures away and keeps what is answered line by line, willdurand leaves all quotations away, talon keeps signatures.
/// The split is the same for all; only which of its parts are compared differs.
/// </summary>
public sealed class ReplyCorpusTests
{
    private sealed record Outcome(string Input, string Set, bool Exact, bool Lost, string Expected, string Actual);

    [Test]
    public void Nine_in_ten_replies_are_split_exactly_and_no_word_is_lost()
    {
        var folder = Corpora.Path("a_reply_stripping");
        var outcomes = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "index.json"))).RootElement.EnumerateArray().Select(check => Run(folder, check)).ToList();
        foreach (var wrong in outcomes.Where(outcome => !outcome.Exact || outcome.Lost))
            TestContext.Out.WriteLine($"{(wrong.Lost ? "LOST" : "not exact")}: {wrong.Set} {wrong.Input}\n--- expected\n{Cut(wrong.Expected)}\n--- was\n{Cut(wrong.Actual)}\n");
        foreach (var set in outcomes.GroupBy(outcome => outcome.Set).Prepend(outcomes.GroupBy(_ => "all").Single()))
            TestContext.Out.WriteLine($"{set.Key}: {set.Count(outcome => outcome.Exact)} of {set.Count()} exact, {set.Count(outcome => outcome.Lost)} with something lost");
        foreach (var language in outcomes.GroupBy(LanguageOf))
            TestContext.Out.WriteLine($"language {language.Key}: {language.Count(outcome => outcome.Exact)} of {language.Count()}");

        Assert.That(outcomes.Count(outcome => outcome.Exact), Is.GreaterThanOrEqualTo(outcomes.Count * 0.9));
        Assert.That(outcomes.Where(outcome => outcome.Lost).Select(outcome => outcome.Input), Is.Empty);
        Assert.That(outcomes.Where(outcome => LanguageOf(outcome) is "fr" or "de" && !outcome.Exact).Select(outcome => outcome.Input), Is.Empty);
    }

    private static Outcome Run(string folder, JsonElement check)
    {
        var (set, input) = (check.GetProperty("set").GetString()!, check.GetProperty("input").GetString()!);
        var sender = check.TryGetProperty("sender", out var name) && File.Exists(Path.Combine(folder, name.GetString()!)) ? File.ReadAllText(Path.Combine(folder, name.GetString()!)).Trim() : null;
        var text = Read(Path.Combine(folder, input), sender);
        if (check.TryGetProperty("expected_trimmed", out var trimmed))
            return Compared(set, input, File.ReadAllText(Path.Combine(folder, trimmed.GetString()!)), Discourse(text), Joined);
        if (check.TryGetProperty("expected_signature", out var signature))
            return Compared(set, input, File.ReadAllText(Path.Combine(folder, signature.GetString()!)), text.Signature, Joined);
        if (check.TryGetProperty("expected_reply_ignoring_whitespace", out var loose))
            return Compared(set, input, loose.GetString()!, text.Written, words => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter))));
        if (check.TryGetProperty("expected_reply", out var reply))
            return Compared(set, input, reply.GetString()!, set == "talon" ? Kept(text, PassageKind.Written, PassageKind.Signature) : Kept(text, PassageKind.Written), Joined);
        if (check.TryGetProperty("fragments_hidden", out var hidden))
            return Compared(set, input, Flags(hidden.EnumerateArray().Select(flag => flag.GetBoolean())), Flags(Hidden(text)), Joined);
        if (check.TryGetProperty("reply_contains", out var contains))
            return Contained(set, input, contains, text, true);
        return check.TryGetProperty("reply_not_contains", out var without) ? Contained(set, input, without, text, false) : throw new InvalidDataException(check.GetRawText());
    }

    private static MailText Read(string path, string? sender) => Path.GetExtension(path) switch
    {
        ".eml" => MailReading.Read(File.ReadAllBytes(path)).Text,
        ".html" => HtmlMail.Read(File.ReadAllText(path), sender).Text,
        _ => QuoteRules.Split(File.ReadAllText(path), sender),
    };

    /// <summary>Discourse takes the words of a mail that is only passed on for the reply.</summary>
    private static string Discourse(MailText text) => text.Written.Length > 0 ? text.Written : string.Concat(text.Passages.Where(passage => passage.Kind == PassageKind.Forwarded).Select(passage => passage.Text));

    private static string Kept(MailText text, params PassageKind[] kinds) =>
        string.Join(kinds.Length > 1 ? "\n\n" : "\n", text.Passages.Where(passage => kinds.Contains(passage.Kind)).Select(passage => passage.Text));

    /// <summary>What no answer follows is hidden. A run of hidden pieces counts once: theirs are cut at blank lines, ours are not.</summary>
    private static IEnumerable<bool> Hidden(MailText text)
    {
        var last = text.Passages.ToList().FindLastIndex(passage => passage.Kind == PassageKind.Written);
        return text.Passages.Select((_, at) => at > last);
    }

    private static string Flags(IEnumerable<bool> flags)
    {
        var all = flags.ToList();
        return string.Join(' ', all.Where((flag, at) => !flag || at == 0 || !all[at - 1]).Select(flag => flag ? "hidden" : "shown"));
    }

    private static Outcome Contained(string set, string input, JsonElement words, MailText text, bool wanted)
    {
        var right = words.EnumerateArray().All(word => text.Written.Contains(word.GetString()!, StringComparison.Ordinal) == wanted);
        return new(input, set, right, wanted && !right, words.GetRawText(), text.Written);
    }

    /// <summary>Lost: a line of the expected text that is not shown.</summary>
    private static Outcome Compared(string set, string input, string expected, string actual, Func<string, string> normal)
    {
        var shown = string.Concat(actual.Where(letter => !char.IsWhiteSpace(letter)));
        var lost = expected.Split('\n').Select(line => string.Concat(line.Where(letter => !char.IsWhiteSpace(letter)))).Any(line => !shown.Contains(line, StringComparison.Ordinal));
        return new(input, set, normal(expected) == normal(actual), lost, expected, actual);
    }

    private static string Joined(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => line.TrimEnd())).TrimEnd();

    private static string Cut(string text) => text.Length > 700 ? text[..700] + "…" : text;

    private static string LanguageOf(Outcome outcome) => Languages.FirstOrDefault(language => outcome.Input.Contains(language.Name, StringComparison.Ordinal)).Code ?? "en and others";

    private static readonly (string Name, string Code)[] Languages =
    [
        ("german", "de"), ("usenet", "de"), ("french", "fr"), ("customer_quote_header", "fr"), ("dutch", "nl"), ("italian", "it"), ("email_headers_4", "it"), ("norwegian", "no"), ("polish", "pl"), ("portuguese", "pt"), ("russian", "ru"), ("yandex", "ru"), ("windows_mail", "ru"),
        ("spanish", "es"), ("chinese", "zh"), ("custom_quote_header", "hu"), ("danish", "da"), ("swedish", "sv"), ("finnish", "fi"), ("czech", "cs"), ("japanese", "ja"), ("korean", "ko"),
    ];
}
