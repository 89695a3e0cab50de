using SupportHub.Email.Reading.Machines;
using SupportHub.Email.Reading.Quotes;

namespace SupportHub.Email.Reading;

/// <summary>
/// A mail as the hub understands it. No field has a control character; texts may have \n and \t. What could not be read whole is in <see cref="LookAt"/>: such a mail is shown to a person, with its raw form.
/// </summary>
public sealed record ReadMail
{
    public MailPerson? From { get; init; }

    public IReadOnlyList<MailPerson> ReplyTo { get; init; } = [];

    public IReadOnlyList<MailPerson> To { get; init; } = [];

    public IReadOnlyList<MailPerson> Cc { get; init; } = [];

    /// <summary>Where the servers say that they delivered it (Delivered-To, X-Original-To, Envelope-To …), first the last one.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    public string Subject { get; init; } = "";

    /// <summary>Without angle brackets; null where it is missing or empty.</summary>
    public string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>The oldest first, at most <see cref="MailLimits.References"/>: of a longer list its end.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What the sender's clock said, Unix milliseconds; null where it says nothing readable.</summary>
    public long? SentMs { get; init; }

    public MailText Text { get; init; } = MailText.Empty;

    /// <summary>
    /// Safe to put into a page; null where there is none to show. Folded parts have the attribute data-quoted, remote pictures data-remote-src instead of src, pictures of the mail itself data-cid
    /// with the <see cref="MailFile.ContentId"/> of one of <see cref="Files"/>.
    /// </summary>
    public string? Html { get; init; }

    public bool HasRemoteImages { get; init; }

    /// <summary>Attachments and inline pictures, in the mail's order.</summary>
    public IReadOnlyList<MailFile> Files { get; init; } = [];

    public MachineSigns Machine { get; init; } = MachineSigns.None;

    /// <summary>Machines are never answered by one, nor is what only looks like one's.</summary>
    public bool IsByPerson => Machine.Kind == MachineKind.None;

    /// <summary>The list that it came through (RFC 2919), without angle brackets. A company's own group address is such a list too.</summary>
    public string? ListId { get; init; }

    /// <summary>
    /// SHA-256, hexadecimal, of who, to whom, when, about what and the body, whatever way the mail took to us and whatever its line ends became: its identity where <see cref="MessageId"/> is missing.
    /// </summary>
    public required string ContentHash { get; init; }

    public IReadOnlyList<LookReason> LookAt { get; init; } = [];
}

/// <param name="Address">As written, without display name; of an internationalised domain the Unicode form.</param>
/// <param name="Name">Decoded; empty where there is none.</param>
public sealed record MailPerson(string Address, string Name);

/// <summary>Why a person should look at the mail itself.</summary>
public enum LookReason
{
    /// <summary>It is no mail at all: no field of a header could be read.</summary>
    NotReadable,

    /// <summary>Longer than <see cref="MailLimits.Bytes"/>: only its header was read.</summary>
    TooLarge,

    /// <summary>Parts inside parts beyond <see cref="MailLimits.Depth"/>: the deepest came as one file.</summary>
    TooDeep,

    /// <summary>More than <see cref="MailLimits.Parts"/>: the rest was left out.</summary>
    TooManyParts,

    /// <summary>More text than <see cref="MailLimits.TextLetters"/>: its beginning is shown, and each text that was cut is a file as well.</summary>
    TooMuchText,

    /// <summary>The page is larger, or has more elements or deeper nested ones, than can be shown safely: its words are shown, and it is a file as well.</summary>
    PageNotShown,

    /// <summary>A part that could not be unpacked; it came as a file.</summary>
    PartNotReadable,

    /// <summary>It has no sender.</summary>
    NoSender,

    /// <summary>Only its beginning was there: the last file is not whole, and further ones are missing.</summary>
    Cut,
}
