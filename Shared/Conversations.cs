namespace SupportHub.Shared;

public enum ConversationStatus
{
    Waiting,
    Assigned,
    Resolved,
}

/// <summary>One message or note on its way in.</summary>
/// <param name="Session">A random whole number (1 to 2^53-1) that the sending client chose for itself.</param>
/// <param name="Number">1, 2, 3… within the session and conversation. Sending the same number again is harmless and answers the same <see cref="Sent"/>.</param>
/// <param name="AttachmentId">From an upload made just before, in the same conversation.</param>
/// <param name="ByMail">Agents only: also goes out by e-mail, to the address that the customer gave.</param>
public sealed record SendMessage(long Conversation, long Session, int Number, string? Body, long? AttachmentId = null, bool ByMail = false);

/// <summary>The message is committed. Until this arrived, it may not be.</summary>
public sealed record Sent(long Conversation, int Seq, long At);

/// <summary>A run of entries, ascending by seq, without a hole for this reader.</summary>
/// <param name="After">The newest entry this reader had before the first one here; 0 where there is none.</param>
/// <param name="Head">The newest entry this reader may see in the conversation.</param>
public sealed record EntryPage(long Conversation, int After, IReadOnlyList<Entry> Entries, int Head);

/// <summary>
/// New entries. A client that has everything up to <paramref name="After"/> (or beyond) appends those it lacks; one that has less
/// calls <c>After</c> with the last it has.
/// </summary>
public sealed record EntriesPush(long Conversation, int After, IReadOnlyList<Entry> Entries);

/// <summary>The newest entry's seq, for whoever may have missed a push.</summary>
public sealed record HeadPush(long Conversation, int Head);

/// <summary>Everything up to <paramref name="Seq"/> was seen by the other side.</summary>
public sealed record ReadPush(long Conversation, int Seq);

/// <summary>The other side is typing. Valid for six seconds; a message from that side ends it.</summary>
public sealed record TypingPush(long Conversation, Person? Agent);
