namespace SupportHub.Email.Reading.Quotes;

internal enum LineKind
{
    Written,
    Quoted,

    /// <summary>The introduction, header or separator above a quotation.</summary>
    Head,
    Signature,
    Forwarded,

    /// <summary>The header above a mail passed on.</summary>
    ForwardedHead,
}

/// <summary>The lines of one mail, and what they were found to be.</summary>
internal sealed class LineSheet
{
    public LineSheet(IReadOnlyList<QuoteLine> lines)
    {
        Lines = lines;
        Texts = [.. lines.Select(line => line.Text)];
        Plain = [.. Texts.Select(PlainLine.Of)];
        Kinds = new LineKind[lines.Count];
    }

    public IReadOnlyList<QuoteLine> Lines { get; }

    public string[] Texts { get; }

    public string[] Plain { get; }

    public LineKind[] Kinds { get; }

    public int Count => Texts.Length;

    public bool IsBlank(int at) => string.IsNullOrWhiteSpace(Texts[at]);

    public void Set(int start, int end, LineKind kind) => Array.Fill(Kinds, kind, start, end - start);

    /// <summary>The next line from here that is not blank, or <see cref="Count"/>.</summary>
    public int NextWritten(int at)
    {
        while (at < Count && IsBlank(at))
            at++;
        return at;
    }

    /// <summary>A blank line belongs to what is above it; below a head, to what is under it.</summary>
    public void GiveBlankLines()
    {
        for (var at = 1; at < Count; at++)
            if (IsBlank(at))
                Kinds[at] = Kinds[at - 1];
        for (var at = Count - 2; at >= 0; at--)
            if (IsBlank(at) && Kinds[at] is LineKind.Head or LineKind.ForwardedHead)
                Kinds[at] = Kinds[at + 1];
    }
}
