namespace SupportHub.Email.Reading.Quotes;

/// <summary>Marks what is quoted or passed on, and what introduces it.</summary>
internal static class QuotationRules
{
    /// <summary>Between an introduction and its quotation there are at most so many blank lines.</summary>
    private const int MostBlank = 3;

    /// <summary>Stands for a quoted line: no introduction reaches over it.</summary>
    private const string NeverJoined = "..";

    public static void Mark(LineSheet sheet)
    {
        MarkCited(sheet);
        var introductions = Introductions(sheet);
        var written = false;
        for (var at = 0; at < sheet.Count; at++)
        {
            if (sheet.Kinds[at] != LineKind.Written || sheet.IsBlank(at))
                continue;
            if (Found(sheet, at, introductions, written) is not { } found)
            {
                written |= !Separators.IsRule(sheet.Plain[at]) && !SignatureRules.IsDeviceLine(sheet.Plain[at]);
                continue;
            }
            if (Take(sheet, at, found, written))
                return;
            written |= sheet.Kinds[at] == LineKind.Written;
            at = found.End;
        }
    }

    private readonly record struct Find(int End, bool Forwarded, bool Unmistakable);

    private static Find? Found(LineSheet sheet, int at, Dictionary<int, Introduction> introductions, bool written)
    {
        var separator = Separators.At(sheet.Plain, at);
        if (separator != Separator.None)
            return new(HeaderBelow(sheet, at, announced: true) ?? at, separator == Separator.Forwarded, true);
        if (Separators.IsRule(sheet.Plain[at]) && HeaderBelow(sheet, at, announced: false) is { } ruled)
            return new(ruled, false, true);
        if (HeaderBlocks.StartingAt(sheet.Plain, at, announced: false) is { } block)
            return new(block.End, false, true);
        if (!introductions.TryGetValue(at, out var introduction))
            return sheet.Lines[at].Begins && written ? new(at - 1, false, true) : null;
        var text = string.Join(' ', sheet.Plain[introduction.Start..(introduction.End + 1)]);
        return new(introduction.End, false, introduction.Sure && Quotes.Introductions.IsExact(text));
    }

    /// <returns>Whether the rest of the mail is settled.</returns>
    private static bool Take(LineSheet sheet, int at, Find found, bool written)
    {
        var below = found.End + 1;
        if (found.Forwarded)
        {
            sheet.Set(at, below, LineKind.ForwardedHead);
            sheet.Set(below, sheet.Count, LineKind.Forwarded);
            return true;
        }
        var next = sheet.NextWritten(below);
        var marked = next < sheet.Count && (sheet.Kinds[next] == LineKind.Quoted || sheet.Lines[next].Indented);
        if (!marked && !found.Unmistakable)
            return false;
        sheet.Set(at, below, LineKind.Head);
        if (marked)
            CiteIndented(sheet, next);
        else if (written)
            sheet.Set(below, sheet.Count, LineKind.Quoted);
        return !marked && written;
    }

    private static int? HeaderBelow(LineSheet sheet, int at, bool announced)
    {
        var next = sheet.NextWritten(at + 1);
        return next < sheet.Count && next - at <= MostBlank ? HeaderBlocks.StartingAt(sheet.Plain, next, announced)?.End : null;
    }

    private static void MarkCited(LineSheet sheet)
    {
        for (var at = 0; at < sheet.Count; at++)
            if (sheet.Lines[at].Cited || PlainLine.IsQuoted(sheet.Texts[at]) && !ClosesAddress(sheet, at))
                sheet.Kinds[at] = LineKind.Quoted;
    }

    /// <summary>A broken introduction can put the end of an address, "&gt; wrote:", at the start of a line.</summary>
    private static bool ClosesAddress(LineSheet sheet, int at)
    {
        if (sheet.Plain[at].Length is 0 or > 60 || !PlainLine.EndsWithColon(sheet.Plain[at]) || sheet.Plain[at].Count(letter => letter == '>') > 1)
            return false;
        var above = string.Concat(sheet.Plain[Math.Max(0, at - 3)..at]);
        return PlainLine.HasAddress(above) && above.Count(letter => letter == '<') > above.Count(letter => letter == '>');
    }

    private static void CiteIndented(LineSheet sheet, int at)
    {
        for (; at < sheet.Count && (sheet.Lines[at].Indented || sheet.IsBlank(at)); at++)
            sheet.Kinds[at] = LineKind.Quoted;
    }

    /// <summary>By their first line. One that is not sure of itself counts only right above a quotation.</summary>
    private static Dictionary<int, Introduction> Introductions(LineSheet sheet)
    {
        var found = new Dictionary<int, Introduction>();
        var plain = sheet.Plain.Select((line, at) => sheet.Kinds[at] == LineKind.Written ? line : NeverJoined).ToArray();
        for (var at = 0; at < sheet.Count; at++)
        {
            if (sheet.Kinds[at] != LineKind.Written)
                continue;
            if (sheet.Lines[at].Introduces)
            {
                found[at] = new(at, at, true);
                continue;
            }
            if (Quotes.Introductions.EndingAt(plain, at) is not { } introduction)
                continue;
            var next = sheet.NextWritten(at + 1);
            if (introduction.Sure || next < sheet.Count && next - at <= MostBlank && (sheet.Kinds[next] == LineKind.Quoted || sheet.Lines[next].Indented))
                found[introduction.Start] = introduction;
        }
        return found;
    }
}
