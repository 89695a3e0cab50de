using SupportHub.AgentsWeb.Conversations;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Email;

/// <summary>What became of one mail of ours.</summary>
/// <param name="Address">To whom it went last.</param>
/// <param name="State">Absent until something was heard of it.</param>
/// <param name="Words">The mail server's own.</param>
public sealed record DeliveryMark(string Address, DeliveryState? State = null, string? Words = null)
{
    public bool Failed => State is DeliveryState.Refused or DeliveryState.Bounced;

    public string Says(MailTexts m) => State switch
    {
        null => m.Waiting,
        DeliveryState.Waiting => m.WaitingAgain,
        DeliveryState.Deferred => m.Deferred,
        DeliveryState.Refused => m.Refused,
        DeliveryState.Bounced => m.Bounced,
        _ => m.Sent,
    };
}

/// <summary>What became of the mails of a timeline: said under each, and once more where it was heard, if that is further down.</summary>
public sealed class Deliveries
{
    private readonly Dictionary<int, DeliveryMark> _marks = [];
    private readonly HashSet<int> _apart = [];

    public static Deliveries Of(IEnumerable<Entry> entries)
    {
        var all = new Deliveries();
        var lastMessage = 0;
        string? introduced = null;
        foreach (var entry in entries)
        {
            if (entry is { Kind: EntryKind.Delivery, Detail.Delivery: { } delivery })
                all.Take(entry, delivery, lastMessage, introduced);
            else if (entry is { Kind: EntryKind.Message, By: AuthorKind.Agent, Detail.Mail: { } mail })
                all._marks[entry.Seq] = new DeliveryMark(mail.Address);
            else if (entry is { Kind: EntryKind.Transcript, Detail.Email: { } to })
                all._marks[entry.Seq] = new DeliveryMark(to);
            if (entry.Kind is EntryKind.Message or EntryKind.Transcript)
                lastMessage = entry.Seq;
            // Written right before the delivery that it belongs to: sent again, to another address.
            introduced = entry is { Kind: EntryKind.Introduced, By: AuthorKind.Agent } ? entry.Detail?.Email : null;
        }
        return all;
    }

    public BlockDeliveries In(TimelineBlock block) => new(
        block.Entries.Where(e => _marks.ContainsKey(e.Seq)).ToDictionary(e => e.Seq, e => _marks[e.Seq]),
        block.Entries.Select(e => e.Seq).Where(_apart.Contains).ToHashSet(),
        block.Entries.Select(e => e.Detail?.Delivery?.Of ?? 0).Where(_marks.ContainsKey).ToHashSet());

    private void Take(Entry entry, DeliveryDetail delivery, int lastMessage, string? introduced)
    {
        if (delivery.State == DeliveryState.AutoReplied)
            return;
        if (delivery.State is DeliveryState.Refused or DeliveryState.Bounced && delivery.Of != lastMessage)
            _apart.Add(entry.Seq);
        if (_marks.TryGetValue(delivery.Of, out var mark))
            _marks[delivery.Of] = new DeliveryMark(introduced ?? mark.Address, delivery.State, entry.Body);
    }
}

/// <summary>The part of it that one stretch of the timeline shows.</summary>
/// <param name="Under">By the seq of our mail.</param>
/// <param name="Apart">The reports of failure that are also shown where they came.</param>
/// <param name="Known">The mails of ours that this stretch reports of and that the page holds.</param>
public sealed record BlockDeliveries(IReadOnlyDictionary<int, DeliveryMark> Under, IReadOnlySet<int> Apart, IReadOnlySet<int> Known)
{
    public static readonly BlockDeliveries None = new(new Dictionary<int, DeliveryMark>(), new HashSet<int>(), new HashSet<int>());

    public bool Equals(BlockDeliveries? other) =>
        other is not null && Apart.SetEquals(other.Apart) && Known.SetEquals(other.Known)
        && Under.Count == other.Under.Count && Under.All(u => other.Under.TryGetValue(u.Key, out var mark) && mark == u.Value);

    public override int GetHashCode() => HashCode.Combine(Under.Count, Apart.Count, Known.Count);
}
