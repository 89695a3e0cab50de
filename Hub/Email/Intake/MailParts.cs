using System.Text;
using SupportHub.Email.Reading;
using SupportHub.Shared;

namespace SupportHub.Email.Intake;

/// <summary>A mail's text as the timeline can keep it. Pure.</summary>
/// <param name="Texts">At least one; a long text is in several, cut between lines where that is possible.</param>
/// <param name="Quoted">What was folded away, its beginning; absent where nothing was.</param>
public sealed record MailParts(IReadOnlyList<string> Texts, string? Quoted)
{
    public static MailParts Of(ReadMail mail)
    {
        var visible = Storable(mail.Text.Shown).Trim();
        if (visible.Length == 0)
            visible = Line(mail.Subject) ?? (mail.Files.Count > 0 ? $"📎 {mail.Files.Count}" : "…");
        var quoted = Storable(mail.Text.Quoted).Trim();
        return new MailParts([.. Cut(visible)], quoted.Length == 0 ? null : quoted[..Start(quoted, Protocol.BodyLimit)]);
    }

    /// <summary>One line, as long as lines may be; null where nothing is left.</summary>
    public static string? Line(string? text)
    {
        if (text is null)
            return null;
        var line = Storable(string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c))).Trim();
        return line.Length == 0 ? null : line[..Start(line, Protocol.LineLimit)];
    }

    private static IEnumerable<string> Cut(string text)
    {
        while (text.Length > Protocol.BodyLimit)
        {
            var at = text.LastIndexOf('\n', Protocol.BodyLimit - 1, Protocol.BodyLimit / 2);
            var end = at > 0 ? at + 1 : Start(text, Protocol.BodyLimit);
            yield return text[..end];
            text = text[end..];
        }
        if (text.Trim().Length > 0)
            yield return text;
    }

    /// <summary>How many letters fit without cutting one in half.</summary>
    private static int Start(string text, int limit) =>
        text.Length <= limit ? text.Length : char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;

    private static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0)
                kept.Append(rune.ToString());
        return kept.ToString();
    }
}
