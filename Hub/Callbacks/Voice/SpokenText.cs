using System.Text;
using System.Xml;

namespace SupportHub.Callbacks.Voice;

/// <summary>What strangers typed, as it may be read out: one line, short, and with no character that XML has no place for. Pure.</summary>
internal static class SpokenText
{
    private const int Longest = 80;

    /// <returns>Null where nothing is left to say.</returns>
    public static string? Of(string? typed)
    {
        if (typed is null)
            return null;
        var text = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (text.Length >= Longest)
                break;
            // A surrogate alone becomes U+FFFD, which no voice can say either.
            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
                Separate(text);
            else if (rune != Rune.ReplacementChar && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)))
                text.Append(rune);
        }
        var spoken = text.ToString().TrimEnd();
        return spoken.Length > 0 ? spoken : null;
    }

    private static void Separate(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
            text.Append(' ');
    }
}
