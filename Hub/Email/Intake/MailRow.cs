namespace SupportHub.Email.Intake;

/// <summary>A mail that came in.</summary>
public sealed record MailRow
{
    public long Id { get; init; }
    public long SiteId { get; init; }

    /// <summary>Folder, UIDVALIDITY and UID of a mail that was fetched; absent where it was posted.</summary>
    public string? Source { get; init; }

    /// <summary>Its identity whatever way it came: a hash of Message-ID and content.</summary>
    public string Content { get; init; } = "";
    public string? MessageId { get; init; }
    public string? Sender { get; init; }
    public string? Subject { get; init; }

    /// <summary>Of the whole mail, in bytes; what is kept is less of one that is too large.</summary>
    public long Size { get; init; }
    public long At { get; init; }

    /// <summary>Until when who took it is at work on it.</summary>
    public long ClaimedUntil { get; init; }
    public MailState State { get; init; }
    public AsideReason? Reason { get; init; }
    public long? ConversationId { get; init; }
}

/// <summary>What became of a mail that was to be added.</summary>
public enum Addition
{
    New,

    /// <summary>This source, or this content, was there.</summary>
    Known,

    /// <summary>Another node drew the same id for another mail.</summary>
    IdTaken,
}

public enum MailState
{
    /// <summary>Kept, not read yet.</summary>
    New,

    /// <summary>On a timeline.</summary>
    Taken,

    /// <summary>A machine's that concerns nobody. Kept.</summary>
    Machine,

    /// <summary>Somebody should look at it.</summary>
    Aside,

    /// <summary>Somebody looked at it. Kept.</summary>
    LookedAt,
}

/// <summary>Why a mail is on no timeline.</summary>
public enum AsideReason
{
    NotReadable,
    TooLarge,
    NoSender,

    /// <summary>It came through a mailing list.</summary>
    List,

    /// <summary>Very many from the same sender.</summary>
    TooMany,

    /// <summary>Reading it failed, which is a mistake of ours.</summary>
    Failed,
}
