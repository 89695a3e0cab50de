namespace SupportHub.Lab.Mail.Smtp;

/// <summary>AUTH PLAIN and LOGIN (RFC 4954): the form is checked, the credentials are not.</summary>
internal static class SmtpAuth
{
    private const string AskName = "VXNlcm5hbWU6";
    private const string AskPassword = "UGFzc3dvcmQ6";

    public static (SmtpState, SmtpReply) Begin(SmtpState state, string argument)
    {
        if (state.Greeting != Greeting.Extended)
            return SmtpRules.Refused(state, 503, "5.5.1 Say EHLO first");
        if (state.Authenticated || state.Envelope is not null)
            return SmtpRules.Refused(state, 503, "5.5.1 Not now");
        var (mechanism, initial) = argument.Split(' ', 2) is [var first, var rest] ? (first, rest) : (argument, null);
        return (mechanism.ToUpperInvariant(), initial) switch
        {
            ("PLAIN", null) => Ask(state, Credential.Plain, ""),
            ("PLAIN", _) => Continue(state with { Expecting = Credential.Plain }, initial),
            ("LOGIN", null) => Ask(state, Credential.LoginName, AskName),
            ("LOGIN", _) => Continue(state with { Expecting = Credential.LoginName }, initial),
            _ => SmtpRules.Refused(state, 504, "5.5.4 PLAIN or LOGIN"),
        };
    }

    /// <param name="line">Base64; <c>=</c> says that it is empty, <c>*</c> gives up.</param>
    public static (SmtpState, SmtpReply) Continue(SmtpState state, string line)
    {
        var idle = state with { Expecting = Credential.None };
        if (line == "*")
            return SmtpRules.Refused(idle, 501, "5.7.0 Given up");
        var buffer = new byte[line.Length];
        if (line != "=" && !Convert.TryFromBase64String(line, buffer, out _))
            return SmtpRules.Refused(idle, 501, "5.5.2 Not base64");
        return state.Expecting == Credential.LoginName
            ? Ask(state, Credential.LoginPassword, AskPassword)
            : (idle with { Authenticated = true }, new SmtpReply(235, "2.7.0 Welcome"));
    }

    private static (SmtpState, SmtpReply) Ask(SmtpState state, Credential what, string question) =>
        (state with { Expecting = what }, new SmtpReply(334, question));
}
