using System.Globalization;
using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Lab.Mail.Smtp;

/// <summary>
/// The dialogue of RFC 5321, with SIZE (1870), 8BITMIME (6152), SMTPUTF8 (6531), PIPELINING (2920), AUTH (4954) and enhanced codes (2034). Any
/// credentials are good: whoever reaches the Lab is its owner.
/// </summary>
public static class SmtpRules
{
    /// <summary>Octets of a line without its end; RFC 4954 asks for as much for AUTH.</summary>
    public const int LongestLine = 12_288;

    /// <summary>The least that a server must take (section 4.5.3.1.8).</summary>
    public const int MostRecipients = 100;

    /// <summary>Octets of a mail.</summary>
    public const long LargestMail = 25 * 1024 * 1024;

    /// <summary>After so many refused commands nobody sensible is at the other end.</summary>
    public const int MostFaults = 20;

    public static SmtpReply Greeting { get; } = new(220, "lab.localhost ESMTP SupportHub Lab");

    public static SmtpReply Closing { get; } = new(421, "4.3.2 The Lab is stopping");

    public static SmtpReply TooSlow { get; } = new(421, "4.4.2 Nothing was said for a long time");

    public static SmtpReply Broken { get; } = new(421, "4.3.0 It cannot be written here");

    public static SmtpReply Kept { get; } = new(250, "2.0.0 Kept");

    /// <param name="line">Without its end; null for one that was too long or not UTF-8.</param>
    public static (SmtpState State, SmtpReply Reply) Take(SmtpState state, string? line)
    {
        var (next, reply) = line is null
            ? Refused(state with { Expecting = Credential.None }, 500, "5.5.6 The line is too long or not UTF-8")
            : state.Expecting == Credential.None ? Command(state, line) : SmtpAuth.Continue(state, line);
        if (!reply.IsRefusal)
            return (next, reply);
        next = next with { Faults = state.Faults + 1 };
        return next.Faults < MostFaults ? (next, reply) : (next with { Next = SmtpNext.Close }, new SmtpReply(421, "4.7.0 Too many commands were refused"));
    }

    /// <summary>The transaction ends with its mail, kept or not.</summary>
    public static SmtpState AfterMail(SmtpState state) => state with { Envelope = null, Next = SmtpNext.Command };

    private static (SmtpState, SmtpReply) Command(SmtpState state, string line)
    {
        var space = line.IndexOf(' ');
        var (verb, argument) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim(' '));
        return verb.ToUpperInvariant() switch
        {
            "EHLO" => Hello(state, argument, Smtp.Greeting.Extended),
            "HELO" => Hello(state, argument, Smtp.Greeting.Plain),
            "MAIL" => Mail(state, argument),
            "RCPT" => Recipient(state, argument),
            "DATA" => Data(state, argument),
            "AUTH" => SmtpAuth.Begin(state, argument),
            "RSET" when argument.Length == 0 => (state with { Envelope = null }, new SmtpReply(250, "2.0.0 Forgotten")),
            "NOOP" => (state, new SmtpReply(250, "2.0.0 Here")),
            "VRFY" when argument.Length > 0 => (state, new SmtpReply(252, "2.5.0 Send it, and see")),
            "QUIT" when argument.Length == 0 => (state with { Next = SmtpNext.Close }, new SmtpReply(221, "2.0.0 Goodbye")),
            "RSET" or "VRFY" or "QUIT" => Refused(state, 501, "5.5.4 That is not how it is said"),
            "EXPN" or "HELP" or "TURN" or "STARTTLS" or "BDAT" => Refused(state, 502, "5.5.1 Not here"),
            _ => Refused(state, 500, "5.5.2 Not a command"),
        };
    }

    private static (SmtpState, SmtpReply) Hello(SmtpState state, string argument, Greeting greeting)
    {
        if (argument.Length == 0)
            return Refused(state, 501, "5.5.4 Say who you are");
        var next = state with { Greeting = greeting, Envelope = null };
        return greeting == Smtp.Greeting.Plain
            ? (next, new SmtpReply(250, "lab.localhost"))
            : (next, new SmtpReply(250, "lab.localhost", "PIPELINING", $"SIZE {LargestMail}", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN"));
    }

    private static (SmtpState, SmtpReply) Mail(SmtpState state, string argument)
    {
        if (state.Greeting == Smtp.Greeting.None)
            return Refused(state, 503, "5.5.1 Say EHLO first");
        if (state.Envelope is not null)
            return Refused(state, 503, "5.5.1 There is a mail under way");
        if (SmtpPath.TryParse("FROM", argument) is not { Address.Length: <= SmtpPath.LongestAddress } path)
            return Refused(state, 501, "5.1.7 Not an address");
        if (path.Parameters.Select(Objection).FirstOrDefault(objection => objection is not null) is { } objection)
            return (state, objection);
        var international = path.Parameters.Any(parameter => parameter.Name == "SMTPUTF8");
        return international || path.IsAscii
            ? (state with { Envelope = new Envelope(path.Address, international, []) }, new SmtpReply(250, "2.1.0 Sender is good"))
            : Refused(state, 550, "5.6.7 Such an address needs SMTPUTF8");
    }

    private static SmtpReply? Objection((string Name, string Value) parameter) => parameter switch
    {
        ("SIZE", var size) when UInt128.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var octets) =>
            octets <= (UInt128)LargestMail ? null : new SmtpReply(552, "5.3.4 The mail is too large"),
        ("BODY", var body) when body.ToUpperInvariant() is "7BIT" or "8BITMIME" => null,
        ("AUTH", { Length: > 0 }) or ("SMTPUTF8", "") => null,
        _ => new SmtpReply(555, "5.5.4 A parameter is not understood"),
    };

    private static (SmtpState, SmtpReply) Recipient(SmtpState state, string argument)
    {
        if (state.Envelope is not { } envelope)
            return Refused(state, 503, "5.5.1 Say MAIL first");
        if (SmtpPath.TryParse("TO", argument) is not { Address: { Length: > 0 and <= SmtpPath.LongestAddress } address } path)
            return Refused(state, 501, "5.1.3 Not an address");
        if (path.Parameters.Count > 0)
            return Refused(state, 555, "5.5.4 A parameter is not understood");
        if (!envelope.International && !path.IsAscii)
            return Refused(state, 550, "5.6.7 Such an address needs SMTPUTF8");
        if (MailboxName.TryFolder(address) is null)
            return Refused(state, 550, "5.1.1 No file can have this name");
        return envelope.Recipients.Count < MostRecipients
            ? (state with { Envelope = envelope with { Recipients = envelope.Recipients.Add(address) } }, new SmtpReply(250, "2.1.5 Recipient is good"))
            : Refused(state, 452, "4.5.3 Too many recipients");
    }

    private static (SmtpState, SmtpReply) Data(SmtpState state, string argument)
    {
        if (argument.Length > 0)
            return Refused(state, 501, "5.5.4 DATA stands alone");
        return state.Envelope switch
        {
            null => Refused(state, 503, "5.5.1 Say MAIL first"),
            { Recipients.IsEmpty: true } => Refused(state, 554, "5.5.1 No valid recipients"),
            _ => (state with { Next = SmtpNext.Mail }, new SmtpReply(354, "Go ahead; a single dot ends it")),
        };
    }

    internal static (SmtpState, SmtpReply) Refused(SmtpState state, int code, string text) => (state, new SmtpReply(code, text));
}
