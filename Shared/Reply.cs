namespace SupportHub.Shared;

/// <summary>What every hub method answers: a value, or a refusal with its reason. Exactly one of the two is present.</summary>
public sealed record Reply<T>(T? Value, Refusal? Refusal)
    where T : class
{
    public static implicit operator Reply<T>(T value) => new(value, null);

    public static implicit operator Reply<T>(Refusal refusal) => new(null, refusal);
}

/// <summary>An expected failure. The connection stays usable.</summary>
/// <param name="Code">The named reason.</param>
/// <param name="RetryAfterMs">Present where the same call may succeed later, unchanged.</param>
/// <param name="Seq">The conversation's newest entry that the caller may see, where that explains the refusal.</param>
public sealed record Refusal(RefusalCode Code, int? RetryAfterMs = null, int? Seq = null);

/// <summary>Success that carries nothing else.</summary>
public sealed record Done;

/// <summary>Every reason for which the server refuses. On the wire in kebab-case, for example <c>"number-gap"</c>.</summary>
public enum RefusalCode
{
    /// <summary>The client speaks a version that this server does not. Reload the page to get the current client.</summary>
    ProtocolVersion,

    /// <summary>A call before <c>Hello</c> was accepted.</summary>
    HelloFirst,

    /// <summary>An argument is missing or outside its documented range.</summary>
    Invalid,

    /// <summary>There is no such conversation, or the caller may not see it (the two are not told apart).</summary>
    UnknownConversation,
    UnknownTopic,
    UnknownAgent,
    UnknownAttachment,

    /// <summary>The message has no text and no attachment.</summary>
    Empty,

    /// <summary>The text is longer than <see cref="Protocol.BodyLimit"/>, or a line than <see cref="Protocol.LineLimit"/>.</summary>
    TooLong,

    /// <summary>The text holds half a surrogate pair or a NUL, which cannot be stored.</summary>
    TextInvalid,

    /// <summary>This session used this number before, for another message.</summary>
    NumberReused,

    /// <summary>A number was skipped: a message before this one was lost. Send the missing one first, or start a new session.</summary>
    NumberGap,

    /// <summary>The server cannot take it now: nothing was stored. Send the same again after <c>RetryAfterMs</c>.</summary>
    Busy,

    /// <summary>The visitor has an unresolved conversation already.</summary>
    AlreadyOpen,

    /// <summary>The conversation is resolved.</summary>
    Resolved,

    /// <summary>The conversation is not waiting (any more).</summary>
    NotWaiting,

    /// <summary>Another agent has this conversation.</summary>
    NotAssigned,

    /// <summary>It does not ring at this agent any more.</summary>
    OfferOver,

    /// <summary>The caller's role may not do this.</summary>
    NotAllowed,

    /// <summary>Too many calls in a short time.</summary>
    TooFast,

    /// <summary>This does not look like an e-mail address.</summary>
    AddressInvalid,

    /// <summary>The site has no mailbox, or the customer gave no address.</summary>
    NoMail,

    /// <summary>This topic's customers cannot be called now.</summary>
    NoCalls,

    /// <summary>This is no telephone number, or one that nobody has.</summary>
    NumberInvalid,

    /// <summary>Numbers of this country are not called.</summary>
    NumberCountry,

    /// <summary>Numbers of this kind are not called: they cost more than an ordinary line, or no person answers there.</summary>
    NumberKind,

    /// <summary>Somebody else has just taken this time, or it is over.</summary>
    TimeTaken,

    /// <summary>As many calls were asked for as are made in a day.</summary>
    TooManyCalls,

    /// <summary>Calls were refused several times in a row: for ten minutes nothing more of it is looked at.</summary>
    CallsRest,

    /// <summary>The call is under way.</summary>
    Calling,
}
