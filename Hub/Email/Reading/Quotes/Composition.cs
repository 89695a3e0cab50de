namespace SupportHub.Email.Reading.Quotes;

/// <summary>Puts the lines together again, by what they are.</summary>
internal static class Composition
{
    public static MailText Of(LineSheet sheet, bool[] folded) => new(
        Passages(sheet),
        Join(sheet, at => !folded[at] && sheet.Kinds[at] is LineKind.Written or LineKind.Quoted),
        Join(sheet, at => sheet.Kinds[at] == LineKind.Signature),
        Join(sheet, at => sheet.Kinds[at] is LineKind.Forwarded or LineKind.ForwardedHead),
        Join(sheet, at => folded[at]));

    private static string Join(LineSheet sheet, Func<int, bool> belongs) => Trimmed(Enumerable.Range(0, sheet.Count).Where(belongs).Select(at => sheet.Texts[at]));

    private static List<Passage> Passages(LineSheet sheet)
    {
        var passages = new List<Passage>();
        for (var at = 0; at < sheet.Count;)
        {
            var head = at;
            while (at < sheet.Count && sheet.Kinds[at] is LineKind.Head or LineKind.ForwardedHead)
                at++;
            var kind = at > head ? KindOf(sheet.Kinds[head]) : KindOf(sheet.Kinds[at]);
            var text = at;
            while (at < sheet.Count && KindOf(sheet.Kinds[at]) == kind && sheet.Kinds[at] is not (LineKind.Head or LineKind.ForwardedHead))
                at++;
            var passage = new Passage(kind, Trimmed(sheet.Texts[head..text]), Trimmed(sheet.Texts[text..at]));
            if (passage.Head.Length + passage.Text.Length > 0)
                passages.Add(passage);
        }
        return passages;
    }

    private static PassageKind KindOf(LineKind kind) => kind switch
    {
        LineKind.Quoted or LineKind.Head => PassageKind.Quoted,
        LineKind.Signature => PassageKind.Signature,
        LineKind.Forwarded or LineKind.ForwardedHead => PassageKind.Forwarded,
        _ => PassageKind.Written,
    };

    /// <summary>Without the blank lines above and below; the first line keeps its indent.</summary>
    private static string Trimmed(IEnumerable<string> lines)
    {
        var kept = lines.SkipWhile(string.IsNullOrWhiteSpace).ToList();
        while (kept.Count > 0 && string.IsNullOrWhiteSpace(kept[^1]))
            kept.RemoveAt(kept.Count - 1);
        return string.Join('\n', kept).TrimEnd();
    }
}
