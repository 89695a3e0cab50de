using System.Collections.Concurrent;
using SupportHub.Shared;

namespace SupportHub.Routing;

/// <summary>What each waiting visitor is told now. The node that dispatches decides it; the others hear of it.</summary>
public sealed class WaitingCards
{
    private readonly ConcurrentDictionary<long, CardState> _cards = new();

    /// <summary>A conversation's card changed, or went: tell its visitor.</summary>
    public event Action<long, WaitingCard?>? Changed;

    /// <summary>This node decided it: tell the other nodes.</summary>
    public event Action<long, CardState>? Decided;

    public WaitingCard? Find(long conversation) => State(conversation)?.Card;

    public CardState? State(long conversation) => _cards.GetValueOrDefault(conversation);

    public void Decide(long conversation, CardState card)
    {
        _cards[conversation] = card;
        Changed?.Invoke(conversation, card.Card);
        Decided?.Invoke(conversation, card);
    }

    /// <summary>Another node decided it. News may come twice, and late.</summary>
    public void Hear(long conversation, CardState card)
    {
        if (_cards.TryGetValue(conversation, out var held) && held.Card.At >= card.Card.At)
            return;
        _cards[conversation] = card;
        Changed?.Invoke(conversation, card.Card);
    }

    /// <summary>Forgets those who no longer wait.</summary>
    /// <returns>Who that was.</returns>
    public IReadOnlyList<long> Keep(IReadOnlySet<long> waiting)
    {
        var gone = _cards.Keys.Where(c => !waiting.Contains(c)).ToList();
        foreach (var conversation in gone)
            if (_cards.TryRemove(conversation, out _))
                Changed?.Invoke(conversation, null);
        return gone;
    }
}
