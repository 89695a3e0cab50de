using System.Collections.Concurrent;
using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>What each waiting visitor is told now.</summary>
public sealed class WaitingCards
{
    private readonly ConcurrentDictionary<long, WaitingCard> _cards = new();

    /// <summary>A conversation's card changed, or went.</summary>
    public event Action<long, WaitingCard?>? Changed;

    public WaitingCard? Find(long conversation) => _cards.GetValueOrDefault(conversation);

    public void Tell(long conversation, WaitingCard card)
    {
        var before = Find(conversation);
        _cards[conversation] = card;
        if (before is null || Says(before, card) is false)
            Changed?.Invoke(conversation, card);
    }

    /// <summary>Forgets those who no longer wait.</summary>
    public void Keep(IReadOnlySet<long> waiting)
    {
        foreach (var gone in _cards.Keys.Where(c => !waiting.Contains(c)).ToList())
            if (_cards.TryRemove(gone, out _))
                Changed?.Invoke(gone, null);
    }

    private static bool Says(WaitingCard one, WaitingCard other) =>
        one.Place == other.Place && one.Agent == other.Agent && one.Doing == other.Doing && one.OpensAt == other.OpensAt
        && one.FromMinutes == other.FromMinutes && one.ToMinutes == other.ToMinutes && one.Team.SequenceEqual(other.Team);
}
