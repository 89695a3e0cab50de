namespace SupportHub.Email.Reading.Quotes;

/// <summary>Which lines of what was written are a signature.</summary>
internal static class SignatureRules
{
    private const int MostLines = 25;
    private const int MostLetters = 2500;
    private const int MostContactLines = 15;
    private const int LongestContactLine = 80;

    private sealed record DeviceLine(string Before, string After, bool Named);

    private static readonly HashSet<string> Devices = new(QuoteLanguages.Devices, StringComparer.OrdinalIgnoreCase);
    private static readonly DeviceLine[] DeviceLines = [.. QuoteLanguages.All.SelectMany(language => language.Device).Distinct().Select(Read)];
    private static readonly ILookup<char, DeviceLine> ByFirst = DeviceLines.Where(device => device.Before.Length > 0).ToLookup(device => char.ToLowerInvariant(device.Before[0]));

    /// <summary>Those that begin with the device.</summary>
    private static readonly ILookup<char, DeviceLine> ByLast = DeviceLines.Where(device => device.Before.Length == 0).ToLookup(device => char.ToLowerInvariant(device.After[^1]));

    /// <summary>"-- " and what some programs make of it (RFC 3676, 4.3).</summary>
    public static bool IsDelimiter(string line) => line.TrimEnd() is "--" or "—" or "– –" or "__" or "\u2015";

    /// <summary>Does a signature begin with this line of the stretch that ends before <paramref name="end"/>? A long text after a stroke is a text.</summary>
    public static bool BeginsAt(IReadOnlyList<string> lines, IReadOnlyList<string> plain, int at, int end)
    {
        if (IsDelimiter(lines[at]))
            return Fits(lines, at + 1, end);
        if (IsSignedName(lines, at, end))
            return true;
        return Separators.IsRule(plain[at]) && (LooksLikeContact(plain, at + 1, end) || LooksLikeListFooter(plain, at, end));
    }

    /// <summary>A line that a device adds: nobody writes it, and nothing is said in it.</summary>
    public static bool IsDeviceLine(string plain)
    {
        if (plain.Length is 0 or > 160)
            return false;
        var text = PlainLine.WithoutLinks(plain).TrimStart('-', '—', ' ').TrimEnd('.', ' ', '!');
        return text.Length > 0 && (ByFirst[char.ToLowerInvariant(text[0])].Any(device => Matches(device, text)) || ByLast[char.ToLowerInvariant(text[^1])].Any(device => Matches(device, text)));
    }

    /// <summary>"-First Last", alone at the end.</summary>
    private static bool IsSignedName(IReadOnlyList<string> lines, int at, int end)
    {
        var line = lines[at].Trim();
        if (line.Length is < 3 or > 40 || line[0] != '-' || !char.IsUpper(line[1]) || at == 0 || !string.IsNullOrWhiteSpace(lines[at - 1]))
            return false;
        return line[1..].Split(' ') is { Length: <= 3 } names && Array.TrueForAll(names, name => name.Length > 0 && char.IsUpper(name[0]) && name.All(letter => char.IsLetter(letter) || letter is '-' or '.' or '\''))
            && Enumerable.Range(at + 1, Math.Min(end - at - 1, 4)).All(below => string.IsNullOrWhiteSpace(lines[below]) || below > at + 1 && lines[below].StartsWith("__", StringComparison.Ordinal));
    }

    private static bool Matches(DeviceLine device, string text)
    {
        if (!text.StartsWith(device.Before, StringComparison.OrdinalIgnoreCase))
            return false;
        if (!device.Named)
            return text.Length == device.Before.Length;
        var rest = text[device.Before.Length..];
        var name = device.After.Length > 0 ? NameBefore(rest, device.After) : rest.Split(',', '.', ';')[0].Trim();
        return name is { Length: > 0 } && IsDevice(name, device) && text.Length - device.Before.Length - name.Length < 60;
    }

    private static string? NameBefore(string rest, string after)
    {
        var at = rest.LastIndexOf(after, StringComparison.OrdinalIgnoreCase);
        return at > 0 && at + after.Length == rest.Length ? rest[..at].Trim() : null;
    }

    /// <summary>A known one, or a name with a capital or a figure where the line says "my": "Sent from my TI-85" is one, "Sent from my desk" is not.</summary>
    private static bool IsDevice(string name, DeviceLine device)
    {
        var words = PlainLine.Words(name).ToList();
        if (words.Count is 0 or > 8)
            return false;
        if (device.Before.Length == 0 && device.After.Contains("mobile", StringComparison.OrdinalIgnoreCase))
            return words.Count <= 3;
        if (words.Exists(Devices.Contains) || Devices.Contains(name))
            return true;
        return device.Before.Split(' ').Length >= 3 && words.Count <= 5 && (char.IsUpper(words[0][0]) || words[0].Any(char.IsDigit));
    }

    private static bool Fits(IReadOnlyList<string> lines, int start, int end)
    {
        var (count, letters) = (0, 0);
        for (var at = start; at < end; at++)
        {
            count += string.IsNullOrWhiteSpace(lines[at]) ? 0 : 1;
            letters += lines[at].Length;
            if (count > MostLines || letters > MostLetters)
                return false;
        }
        return count > 0;
    }

    private static bool LooksLikeContact(IReadOnlyList<string> plain, int start, int end)
    {
        var written = plain.Skip(start).Take(Math.Min(end - start, 2 * MostContactLines + 2)).Where(line => line.Length > 0).ToList();
        return end - start <= 2 * MostContactLines && written.Count is > 0 and <= MostContactLines && written.TrueForAll(line => line.Length <= LongestContactLine && !PlainLine.EndsSentence(line))
            && written.Exists(line => PlainLine.HasAddress(line) || PlainLine.HasLink(line) || PlainLine.HasNumber(line));
    }

    /// <summary>What a list program adds under a line of underscores.</summary>
    private static bool LooksLikeListFooter(IReadOnlyList<string> plain, int at, int end) =>
        plain[at][0] == '_' && end - at <= 10 && plain.Skip(at + 1).Take(end - at - 1).Any(line => PlainLine.HasLink(line) || line.Contains("mailing list", StringComparison.OrdinalIgnoreCase));

    private static DeviceLine Read(string pattern)
    {
        var star = pattern.IndexOf('*');
        return star < 0 ? new(pattern, "", false) : new(pattern[..star], pattern[(star + 1)..].TrimEnd('*'), true);
    }
}
