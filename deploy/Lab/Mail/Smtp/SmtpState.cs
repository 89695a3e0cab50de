using System.Collections.Immutable;

namespace SupportHub.Lab.Mail.Smtp;

/// <summary>Where a connection stands between two commands.</summary>
public sealed record SmtpState
{
    public static SmtpState Fresh { get; } = new();

    public Greeting Greeting { get; init; }

    public bool Authenticated { get; init; }

    /// <summary>What the next line is, when it is no command.</summary>
    public Credential Expecting { get; init; }

    /// <summary>Null outside a mail transaction.</summary>
    public Envelope? Envelope { get; init; }

    /// <summary>Refused commands so far.</summary>
    public int Faults { get; init; }

    /// <summary>What follows the reply.</summary>
    public SmtpNext Next { get; init; }
}

public enum Greeting
{
    None,

    /// <summary>HELO: no extensions.</summary>
    Plain,

    /// <summary>EHLO.</summary>
    Extended,
}

/// <summary>The next step of AUTH.</summary>
public enum Credential
{
    None,
    Plain,
    LoginName,
    LoginPassword,
}

public enum SmtpNext
{
    Command,

    /// <summary>The lines of the mail, up to a single dot.</summary>
    Mail,

    /// <summary>The connection ends.</summary>
    Close,
}

/// <param name="Sender">Empty for a report, which must not be answered.</param>
/// <param name="International">SMTPUTF8 was given: addresses need not be ASCII.</param>
public sealed record Envelope(string Sender, bool International, ImmutableList<string> Recipients);
