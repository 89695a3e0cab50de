namespace SupportHub.Email.Reading.Quotes;

/// <summary>Which quotations are folded: those that nobody answers line by line.</summary>
internal static class FoldRules
{
    public static bool[] Folded(LineSheet sheet)
    {
        var folded = new bool[sheet.Count];
        var (first, last) = (FirstWritten(sheet), LastWritten(sheet));
        if (first < 0 && StandsAlone(sheet))
            return folded;
        var leadingOnly = IsAnsweredBelow(sheet, first, last);
        for (var at = 0; at < sheet.Count; at++)
            folded[at] = sheet.Kinds[at] switch
            {
                LineKind.Head => true,
                LineKind.Quoted => first < 0 || at > last || leadingOnly && at < first,
                _ => false,
            };
        return folded;
    }

    /// <summary>A mail of nothing but marked lines without an introduction is what somebody wanted to say.</summary>
    private static bool StandsAlone(LineSheet sheet)
    {
        var at = sheet.NextWritten(0);
        return at < sheet.Count && sheet.Kinds[at] == LineKind.Quoted && !IsIntroduced(sheet, at)
            && Array.TrueForAll(sheet.Kinds, kind => kind is LineKind.Quoted or LineKind.Signature);
    }

    /// <summary>The quotation itself begins with the introduction: some programs mark that too.</summary>
    private static bool IsIntroduced(LineSheet sheet, int at)
    {
        var plain = sheet.Texts.Skip(at).Take(6).Select(line => PlainLine.Of(PlainLine.Unquoted(line))).ToList();
        return Enumerable.Range(0, plain.Count).Any(end => Introductions.EndingAt(plain, end) is { Start: 0, Sure: true });
    }

    /// <summary>An introduced quotation on top, the whole answer below it.</summary>
    private static bool IsAnsweredBelow(LineSheet sheet, int first, int last)
    {
        var top = sheet.NextWritten(0);
        if (first < 0 || top >= first || sheet.Kinds[top] != LineKind.Head && !(sheet.Kinds[top] == LineKind.Quoted && IsIntroduced(sheet, top)))
            return false;
        return !Array.Exists(sheet.Kinds[first..last], kind => kind == LineKind.Quoted);
    }

    private static int FirstWritten(LineSheet sheet) => Array.FindIndex(sheet.Kinds, 0, kind => kind == LineKind.Written) is var at and >= 0 ? NotBlank(sheet, at, 1) : -1;

    private static int LastWritten(LineSheet sheet) => NotBlank(sheet, sheet.Count - 1, -1);

    private static int NotBlank(LineSheet sheet, int at, int step)
    {
        for (; at >= 0 && at < sheet.Count; at += step)
            if (sheet.Kinds[at] == LineKind.Written && !sheet.IsBlank(at))
                return at;
        return -1;
    }
}
