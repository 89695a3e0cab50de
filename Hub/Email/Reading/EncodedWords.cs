using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SupportHub.Email.Reading;

/// <summary>Encoded words in a list of addresses (RFC 2047, 5.3). Pure.</summary>
internal static partial class EncodedWords
{
    /// <summary>In bytes: no field that people read is longer, and that of an attacker is not worth the time.</summary>
    private const int Longest = 64 * 1024;

    /// <summary>What a mail program should have encoded in a word and did not: unsealed, it would end a name and begin another address.</summary>
    public static byte[] Sealed(byte[] raw) => raw.Length > Longest || raw.AsSpan().IndexOf("=?"u8) < 0
        ? raw
        : Encoding.Latin1.GetBytes(Word().Replace(Encoding.Latin1.GetString(raw), word => Special().Replace(word.Value, letter => string.Create(CultureInfo.InvariantCulture, $"={(int)letter.Value[0]:X2}"))));

    [GeneratedRegex(@"=\?[^?\s]{1,60}\?[Qq]\?[^?\s]*\?=", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[()<>@,;:\\""\[\]]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Special();
}
