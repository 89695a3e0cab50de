using System.Collections.Immutable;
using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>A conversation as the lists and the queue need it: its state, and what the journal and the read marks add up to.</summary>
public sealed record OpenConversation
{
    private const int PreviewLength = 140;
    private const int UnreadKept = 100;

    public required Conversation State { get; init; }
    public int Seq { get; init; }
    public int PublicSeq { get; init; }
    public string? Preview { get; init; }
    public AuthorKind PreviewBy { get; init; }
    public long LastAt { get; init; }
    public long PublicAt { get; init; }
    public string? CustomerName { get; init; }
    public int ReadByAgents { get; init; }
    public int ReadByVisitor { get; init; }

    /// <summary>The visitor's messages that no agent has seen; the newest hundred.</summary>
    public ImmutableQueue<int> Unread { get; init; } = [];
    public int UnreadCount { get; init; }

    /// <summary>The row after a commit that follows on what it holds.</summary>
    public OpenConversation With(Committed committed)
    {
        var next = this with { State = committed.State };
        foreach (var entry in committed.Entries)
            next = next.With(entry);
        return next;
    }

    public OpenConversation With(Entry entry)
    {
        var isMessage = entry.Kind == EntryKind.Message;
        var (unread, count) = isMessage && entry.By == AuthorKind.Visitor && entry.Seq > ReadByAgents ? WithUnread(entry.Seq) : (Unread, UnreadCount);
        return this with
        {
            Seq = entry.Seq,
            PublicSeq = entry.Kind.IsInternal() ? PublicSeq : entry.Seq,
            PublicAt = entry.Kind.IsInternal() ? PublicAt : entry.At,
            LastAt = entry.At,
            Preview = isMessage ? Shorten(entry.Body ?? entry.Detail?.Attachment?.Name) : Preview,
            PreviewBy = isMessage ? entry.By : PreviewBy,
            CustomerName = entry.Kind == EntryKind.Introduced ? entry.Detail?.Name ?? CustomerName : CustomerName,
            Unread = unread,
            UnreadCount = count,
        };
    }

    /// <summary>Marks never go back.</summary>
    public OpenConversation ReadTo(AuthorKind reader, int seq)
    {
        if (reader == AuthorKind.Visitor)
            return seq <= ReadByVisitor ? this : this with { ReadByVisitor = Math.Min(seq, Seq) };
        if (seq <= ReadByAgents)
            return this;
        var (left, count) = (Unread, UnreadCount);
        while (count > 0 && left.Peek() <= seq)
            (left, count) = (left.Dequeue(), count - 1);
        return this with { ReadByAgents = Math.Min(seq, Seq), Unread = left, UnreadCount = count };
    }

    private (ImmutableQueue<int>, int) WithUnread(int seq) =>
        UnreadCount < UnreadKept ? (Unread.Enqueue(seq), UnreadCount + 1) : (Unread.Dequeue().Enqueue(seq), UnreadCount);

    private static string? Shorten(string? text)
    {
        if (text is null || text.Length <= PreviewLength)
            return text;
        var end = char.IsHighSurrogate(text[PreviewLength - 1]) ? PreviewLength - 1 : PreviewLength;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
