namespace SupportHub.Email.Intake;

/// <summary>How large a mail and its files may be, in bytes. What is larger is refused, and the sender is told; the text of a mail is always taken.</summary>
public static class IntakeLimits
{
    public const int Megabyte = 1024 * 1024;

    /// <summary>One file.</summary>
    public const int File = 25 * Megabyte;

    /// <summary>A mail, with the encoding that makes its files a third larger.</summary>
    public const int Mail = 42 * Megabyte;

    /// <summary>Of a larger mail so much is read: mail programs put the text in front.</summary>
    public const int Beginning = 4 * Megabyte;

    /// <summary>Mails above this are read one or two at a time, so that many at once do not fill the memory.</summary>
    public const int Large = Megabyte;
}
