namespace SupportHub.Email.Reading.Quotes;

/// <summary>A quoted header: "From: … Sent: … To: … Subject: …", from line to line, both included.</summary>
internal readonly record struct HeaderBlock(int Start, int End);

internal static class HeaderBlocks
{
    private const int MostLines = 16;
    private const int LongestLabel = 24;

    [Flags]
    private enum Label
    {
        None = 0,
        From = 1,
        Sent = 2,
        To = 4,
        Subject = 8,
        Other = 16,
    }

    private static readonly Dictionary<string, Label> Labels = Read();

    /// <summary>
    /// Three labels of a mail, one of them who it is from, and a subject, an address or a time among them: people write "From: Paris, To: Rome" too.
    /// Below a separator (<paramref name="announced"/>) one is enough. Headers that a person copied from a mail's source have labels that no mail program shows: they are the person's text.
    /// </summary>
    public static HeaderBlock? StartingAt(IReadOnlyList<string> plain, int start, bool announced)
    {
        if (LabelOf(plain[start]) == Label.None || start > 0 && IsForeign(plain[start - 1]))
            return null;
        var seen = Label.None;
        var labels = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (end, firm) = (start, false);
        for (var at = start; at < plain.Count && at - start < MostLines; at++)
        {
            var label = LabelOf(plain[at]);
            if (label == Label.None && (IsForeign(plain[at]) || !Continues(plain, at)))
            {
                if (IsForeign(plain[at]) && !announced)
                    return null;
                break;
            }
            end = at;
            firm |= PlainLine.HasAddress(plain[at]);
            if (label == Label.None)
                continue;
            seen |= label;
            labels.Add(LabelText(plain[at]));
            firm |= label.HasFlag(Label.Subject) || label.HasFlag(Label.Sent) && PlainLine.HasTime(plain[at]);
        }
        return announced || labels.Count >= 3 && seen.HasFlag(Label.From) && firm ? new(start, end) : null;
    }

    public static bool IsLabelled(string plain) => LabelOf(plain) != Label.None;

    /// <summary>A line between two labelled ones, as the rest of a long subject; or the rest of a list of addresses.</summary>
    private static bool Continues(IReadOnlyList<string> plain, int at)
    {
        if (plain[at].Length == 0)
            return at + 1 < plain.Count && LabelOf(plain[at + 1]) != Label.None;
        var next = Enumerable.Range(at + 1, 2).Where(line => line < plain.Count);
        return next.TakeWhile(line => plain[line].Length > 0).Any(line => LabelOf(plain[line]) != Label.None)
            || plain[at - 1].Length > 0 && plain[at - 1][^1] is ',' or ';' && PlainLine.HasAddress(plain[at]);
    }

    /// <summary>Looks like a header field, and is none that a mail program shows above a quotation.</summary>
    private static bool IsForeign(string plain)
    {
        var label = LabelText(plain);
        return label.Length > 2 && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && (label.Contains('-') || label is "Received") && !Labels.ContainsKey(label);
    }

    private static Label LabelOf(string plain) => Labels.GetValueOrDefault(LabelText(plain));

    private static string LabelText(string plain)
    {
        var colon = plain.IndexOfAny([':', '：']);
        return colon is > 0 and <= LongestLabel ? plain[..colon].Trim(' ', '*', '_', '>', '|', '-') : "";
    }

    private static Dictionary<string, Label> Read()
    {
        var labels = new Dictionary<string, Label>(StringComparer.OrdinalIgnoreCase);
        foreach (var words in QuoteLanguages.All.Select(language => language.Labels))
            foreach (var (texts, label) in new[] { (words.From, Label.From), (words.Sent, Label.Sent), (words.To, Label.To), (words.Subject, Label.Subject), (words.Other, Label.Other) })
                foreach (var text in texts.Split('|'))
                    labels[text] = labels.GetValueOrDefault(text) | label;
        return labels;
    }
}
