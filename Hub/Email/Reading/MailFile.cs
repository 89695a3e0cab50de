namespace SupportHub.Email.Reading;

/// <summary>A file that came with a mail. It reads from the mail's bytes, and is good for as long as they are.</summary>
public sealed record MailFile
{
    /// <summary>Cleaned by <see cref="Attachments.FileNames"/>: no path, nothing invisible.</summary>
    public required string Name { get; init; }

    /// <summary>As the sender says, lower case: not to be believed (<see cref="Attachments.FileTypes"/> looks at the content).</summary>
    public required string ContentType { get; init; }

    /// <summary>Decoded, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Without angle brackets.</summary>
    public string? ContentId { get; init; }

    /// <summary>It belongs into the page (<see cref="ReadMail.Html"/>), and is no attachment by itself.</summary>
    public bool IsInline { get; init; }

    /// <summary>The decoded content, from its beginning; the caller disposes of the stream.</summary>
    public required Func<Stream> Open { get; init; }
}
