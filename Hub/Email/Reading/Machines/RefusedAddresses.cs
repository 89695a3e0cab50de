using System.Text.RegularExpressions;

namespace SupportHub.Email.Reading.Machines;

/// <param name="Words">What the report says about it.</param>
internal sealed record RefusedAddress(string Address, string Words);

/// <summary>
/// Whom a report names, by how plainly: a field "Final-Recipient", else a line that begins with the address in brackets, else one that has nothing else, else one that begins with it, else any that is named and is not merely to be asked.
/// </summary>
internal static partial class RefusedAddresses
{
    private const int MatchTimeoutMs = 250;
    private const int LongestLine = 500;
    private const int MostLines = 400;
    private const int MostWords = 8;

    /// <summary>How the copy of a header begins, and an alias that led to the address.</summary>
    private static readonly string[] Labels = ["to:", "(generated from", "cc:", "an:", "à :"];

    private enum Plainness
    {
        None,
        Labelled,
        Named,
        Leading,
        Alone,
        Bracketed,
        Field,
    }

    public static List<RefusedAddress> In(string report, HashSet<string> own)
    {
        var lines = report.Split('\n').Take(MostLines).Select(line => line.Length > LongestLine ? line[..LongestLine] : line).ToList();
        var found = new List<(int Line, string Address, Plainness Plainness)>();
        for (var at = 0; at < lines.Count; at++)
            foreach (Match match in Address().Matches(lines[at]))
                if (match.Value.Trim('.', '-', '\'') is var address && !own.Contains(address) && Judge(lines, at, match) is var plainness and > Plainness.None)
                    found.Add((at, address, plainness));
        if (found.Count == 0)
            return [];
        var best = found.Max(one => one.Plainness);
        var kept = found.Where(one => one.Plainness == best).DistinctBy(one => one.Address.ToLowerInvariant()).ToList();
        return [.. kept.Select((one, index) => new RefusedAddress(one.Address, Words(lines, one.Line, index + 1 < kept.Count ? kept[index + 1].Line : lines.Count)))];
    }

    private static Plainness Judge(List<string> lines, int at, Match match)
    {
        var line = lines[at].Trim();
        if (line.StartsWith("Final-Recipient:", StringComparison.OrdinalIgnoreCase))
            return Plainness.Field;
        if (Array.Exists(MachineWords.Contacts, word => line.Contains(word, StringComparison.OrdinalIgnoreCase)) || at > 0 && lines[at - 1].Contains("contact", StringComparison.OrdinalIgnoreCase) && lines[at - 1].Trim().Length > 0)
            return Plainness.None;
        if (line.StartsWith('<') && line.IndexOf(match.Value, StringComparison.Ordinal) == 1)
            return Plainness.Bracketed;
        var rest = line.Replace(match.Value, "", StringComparison.OrdinalIgnoreCase).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase);
        if (rest.All(letter => !char.IsLetterOrDigit(letter)))
            return Plainness.Alone;
        if (line.StartsWith(match.Value, StringComparison.Ordinal))
            return Plainness.Leading;
        return Array.Exists(Labels, label => line.StartsWith(label, StringComparison.OrdinalIgnoreCase)) ? Plainness.Labelled : Plainness.Named;
    }

    /// <summary>From its line to the next one's, at most some lines, as far as the paragraph with a code reaches.</summary>
    private static string Words(List<string> lines, int start, int end)
    {
        var near = lines.Skip(start).Take(Math.Min(Math.Max(end - start, 1), MostWords)).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return string.Join(' ', near).TrimStart('<', '>', ':', ' ');
    }

    [GeneratedRegex(@"[A-Za-z0-9][\w.!#$%&'*+/=?^`{|}~\-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62}\.){0,8}[A-Za-z0-9\-]{1,63}", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex Address();
}
