namespace SupportHub.Email.Reading.Quotes;

/// <summary>
/// Splits a mail into what the sender wrote and what was quoted. Rules, in the order of their weight: nothing is taken away; text between quotations is an answer and stays whole with them; what is marked
/// (&gt;, blockquote, a mail program's own element) is a quotation; what is not marked is one only below an unmistakable introduction, header or separator, and only if something was written above it.
/// </summary>
public static class QuoteRules
{
    /// <param name="text">Any line ends.</param>
    /// <param name="sender">The sender's name, which above a device's line is a part of the signature.</param>
    public static MailText Split(string text, string? sender = null) =>
        Split([.. text.ReplaceLineEndings("\n").Split('\n').Select(line => new QuoteLine(line))], sender).Text;

    /// <returns>The parts, and for each line whether it is folded.</returns>
    internal static (MailText Text, bool[] Folded) Split(IReadOnlyList<QuoteLine> lines, string? sender)
    {
        var sheet = new LineSheet(lines);
        QuotationRules.Mark(sheet);
        MarkSignatures(sheet, sender);
        sheet.GiveBlankLines();
        var folded = FoldRules.Folded(sheet);
        return (Composition.Of(sheet, folded), folded);
    }

    private static void MarkSignatures(LineSheet sheet, string? sender)
    {
        for (var start = 0; start < sheet.Count; start++)
        {
            if (sheet.Kinds[start] != LineKind.Written)
                continue;
            var end = start;
            while (end < sheet.Count && sheet.Kinds[end] == LineKind.Written)
                end++;
            MarkSignature(sheet, start, end, sender);
            start = end;
        }
    }

    private static void MarkSignature(LineSheet sheet, int start, int end, string? sender)
    {
        for (var at = start; at < end; at++)
            if (SignatureRules.BeginsAt(sheet.Texts, sheet.Plain, at, end))
            {
                sheet.Set(at, end, LineKind.Signature);
                return;
            }
            else if (SignatureRules.IsDeviceLine(sheet.Plain[at]))
            {
                var named = at > start && sender is { Length: > 0 } && string.Equals(sheet.Plain[at - 1], sender, StringComparison.OrdinalIgnoreCase);
                sheet.Set(named ? at - 1 : at, at + 1, LineKind.Signature);
            }
    }
}
