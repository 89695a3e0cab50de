namespace SupportHub.Email.Reading.Machines;

public enum MachineKind
{
    /// <summary>A person's mail.</summary>
    None,

    /// <summary>An absence notice, a receipt, whatever a program answers by itself (RFC 3834). Never answered.</summary>
    AutoReply,

    /// <summary>A mail of ours could not be delivered, or not yet.</summary>
    Bounce,

    /// <summary>It came through a list, or is a mailing. A person may have written it: a company's own group address is a list too (<see cref="ReadMail.ListId"/>). Never answered by a machine.</summary>
    List,

    /// <summary>A recipient called a mail of ours spam (ARF, RFC 5965).</summary>
    FeedbackReport,
}

/// <summary>Which machine wrote a mail, and by what it is known.</summary>
/// <param name="Sign">The field or the words that say it; empty for a person's mail. For people, not for programs.</param>
/// <param name="IsCertain">False where only the subject says so: such a mail is not answered by a machine, and is shown.</param>
/// <param name="Bounce">Of a <see cref="MachineKind.Bounce"/>, else null.</param>
public sealed record MachineSigns(MachineKind Kind, string Sign, bool IsCertain, BounceReport? Bounce = null)
{
    public static readonly MachineSigns None = new(MachineKind.None, "", true);
}

/// <param name="Recipients">May be empty: some machines don't say who.</param>
/// <param name="IsPermanent">At least one recipient will not get the mail however often it is sent (RFC 3463, class 5). False: the server could take it later (class 4), or still tries.</param>
/// <param name="OriginalMessageId">Of the mail that came back, without angle brackets; null where the report has nothing of it.</param>
public sealed record BounceReport(IReadOnlyList<FailedRecipient> Recipients, bool IsPermanent, string? OriginalMessageId);

/// <param name="Status">The enhanced status code (RFC 3463) or the three-digit reply; null where none is given.</param>
/// <param name="Diagnostic">The server's own words, on one line; may be empty.</param>
public sealed record FailedRecipient(string Address, bool IsPermanent, string? Status, string Diagnostic);
