namespace SupportHub.Lab.Mail.Smtp;

/// <summary>What the server says to one command (RFC 5321, section 4.2). Several lines share one code.</summary>
public sealed record SmtpReply(int Code, params IReadOnlyList<string> Lines)
{
    /// <summary>4xx or 5xx: nothing was done.</summary>
    public bool IsRefusal => Code >= 400;

    /// <summary>As it crosses the wire.</summary>
    public override string ToString() =>
        string.Concat(Lines.Select((line, at) => $"{Code}{(at == Lines.Count - 1 ? ' ' : '-')}{line}\r\n"));
}
