using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Delivery;

/// <summary>One piece of work in the outbox.</summary>
public sealed record PostRow
{
    public long ConversationId { get; init; }
    public int Seq { get; init; }
    public PostKind Kind { get; init; }
    public long SiteId { get; init; }
    public string Recipient { get; init; } = "";
    public long CreatedAt { get; init; }
    public int Attempts { get; init; }

    /// <summary>The first of the messages with which it goes out as one mail; absent until that is first tried.</summary>
    public int? Lead { get; init; }

    /// <summary>All that go out with it, itself the first.</summary>
    public IReadOnlyList<int> Seqs { get; init; } = [];
}

/// <summary>How a delivery ended.</summary>
/// <param name="State">Sent, deferred or refused.</param>
/// <param name="Words">The other server's own, or ours where it did not speak.</param>
/// <param name="Silent">Nothing to put on the timeline.</param>
/// <param name="Uncounted">Nothing was tried: the other server is known to be away.</param>
public sealed record PostResult(DeliveryState State, string? Words = null, bool Silent = false, bool Uncounted = false);

/// <summary>A feature that does one kind of work in the outbox. It may be asked twice for the same piece, and must then do what cannot be told from doing it once.</summary>
public interface IPost
{
    bool Does(PostKind kind);

    Task<PostResult> Deliver(PostRow post, CancellationToken cancel);
}
