using System.Text.RegularExpressions;

namespace SupportHub.Lab.Mail.Smtp;

/// <summary>The argument of MAIL and RCPT: <c>FROM:&lt;a@b.example&gt; SIZE=100</c> (RFC 5321, section 4.1.2).</summary>
/// <param name="Address">Empty for <c>&lt;&gt;</c>. A source route is left out.</param>
/// <param name="Parameters">As given; empty values where there was no <c>=</c>.</param>
public sealed record SmtpPath(string Address, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <summary>A path has at most 256 octets with its brackets (section 4.5.3.1.3).</summary>
    public const int LongestAddress = 254;

    public bool IsAscii => Address.All(char.IsAscii);

    /// <param name="keyword">FROM or TO.</param>
    /// <returns>Null where it is not one.</returns>
    public static SmtpPath? TryParse(string keyword, string argument)
    {
        if (!argument.StartsWith($"{keyword}:", StringComparison.OrdinalIgnoreCase))
            return null;
        if (Shape.Match(argument[(keyword.Length + 1)..].Trim()) is not { Success: true } match)
            return null;
        var parameters = match.Groups["parameters"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(parameter => parameter.Split('=', 2))
            .Select(pair => (pair[0].ToUpperInvariant(), pair.Length == 2 ? pair[1] : ""));
        return new SmtpPath(match.Groups["address"].Value, [.. parameters]);
    }

    private const string Atom = @"[\u00A0-\uFFFFA-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string Quoted = """
        "(?:[^"\\\p{Cc}]|\\[^\p{Cc}])*"
        """;
    private const string Label = @"[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?";
    private const string Domain = $@"(?:{Label}(?:\.{Label})*|\[[0-9A-Za-z.:-]+\])";

    /// <summary>Without backtracking: the time grows with the length alone, whatever is sent.</summary>
    private static readonly Regex Shape = new(
        $@"\A<(?:@{Domain}(?:,@{Domain})*:)?(?<address>(?:{Atom}(?:\.{Atom})*|{Quoted})@{Domain}|[Pp][Oo][Ss][Tt][Mm][Aa][Ss][Tt][Ee][Rr]|)>(?<parameters>(?: +[A-Za-z0-9][A-Za-z0-9-]*(?:=[!-<>-~]+)?)*) *\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
