namespace SupportHub.AgentsWeb.Conversations;

/// <summary>A stretch of text, with an address where it is a link.</summary>
public sealed record TextPart(string Text, string? Address);

/// <summary>Finds web and mail addresses in what people write. Only http, https and mailto ever become links.</summary>
public static class Links
{
    private static readonly char[] Ends = [' ', '\t', '\r', '\n', '<', '>', '"', '«', '»', '“', '”', '\u00a0', '\u202f'];
    private const string Trailing = ".,;:!?'’)]}…";

    public static IReadOnlyList<TextPart> Split(string text)
    {
        var parts = new List<TextPart>();
        var plain = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOfAny(Ends, at);
            end = end < 0 ? text.Length : end;
            var start = at + Leading(text.AsSpan(at, end - at));
            var length = end - start - Trail(text.AsSpan(start, end - start));
            if (length > 0 && Address(text.Substring(start, length)) is { } address)
            {
                if (start > plain)
                    parts.Add(new TextPart(text[plain..start], null));
                parts.Add(new TextPart(text.Substring(start, length), address));
                plain = start + length;
            }
            at = end + 1;
        }
        if (plain < text.Length)
            parts.Add(new TextPart(text[plain..], null));
        return parts;
    }

    private static int Leading(ReadOnlySpan<char> word)
    {
        var count = 0;
        while (count < word.Length && word[count] is '(' or '[' or '{' or '\'' or '’')
            count++;
        return count;
    }

    /// <summary>Punctuation behind an address belongs to the sentence, but a closing bracket that was opened within belongs to the address.</summary>
    private static int Trail(ReadOnlySpan<char> word)
    {
        var left = word.Length;
        while (left > 0 && Trailing.Contains(word[left - 1], StringComparison.Ordinal))
        {
            if (word[left - 1] == ')' && word[..left].Count('(') >= word[..left].Count(')'))
                break;
            left--;
        }
        return word.Length - left;
    }

    private static string? Address(string word)
    {
        var candidate = word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + word
            : word.Contains("://", StringComparison.Ordinal) || word.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? word
            : IsMail(word) ? "mailto:" + word
            : null;
        return candidate is not null
            && Uri.TryCreate(candidate, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https" ? uri.Host.Length > 0 : uri.Scheme == "mailto")
            ? uri.AbsoluteUri
            : null;
    }

    private static bool IsMail(string word)
    {
        var at = word.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == word.LastIndexOf('@') && word.IndexOf('.', at) > at + 1 && !word.Contains(':', StringComparison.Ordinal) && !word.Contains('/', StringComparison.Ordinal);
    }
}
