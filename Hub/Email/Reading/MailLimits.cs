namespace SupportHub.Email.Reading;

/// <summary>How much of a mail is read. What is beyond a limit stays in the raw mail, and <see cref="ReadMail.LookAt"/> says so.</summary>
public sealed record MailLimits
{
    public static readonly MailLimits Default = new();

    public int Bytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Parts inside parts.</summary>
    public int Depth { get; init; } = 20;

    public int Parts { get; init; } = 500;

    /// <summary>All texts of a mail together.</summary>
    public int TextLetters { get; init; } = 500_000;

    public int HtmlLetters { get; init; } = 1_000_000;

    /// <summary>Elements inside elements.</summary>
    public int HtmlDepth { get; init; } = 400;

    /// <summary>Beginnings and ends of elements, one with a style counted four times: the work on a page grows with their square.</summary>
    public int HtmlTags { get; init; } = 30_000;

    public int Addresses { get; init; } = 200;

    public int References { get; init; } = 100;

    /// <summary>Of one field of the header, as shown.</summary>
    public int FieldLetters { get; init; } = 1000;
}
