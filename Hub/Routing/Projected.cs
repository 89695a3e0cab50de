namespace SupportHub.Routing;

/// <param name="Starts">Who answers whom now, in this order.</param>
/// <param name="Waits">For the others, in the order of the queue: what they can be told.</param>
/// <param name="Newcomers">What somebody who asks now could be told, for each need that was expected.</param>
public sealed record Projected(IReadOnlyList<Start> Starts, IReadOnlyList<Wait> Waits, IReadOnlyDictionary<Need, Wait> Newcomers);

public readonly record struct Start(long Conversation, long Agent);

/// <param name="Conversation">0 for a newcomer.</param>
/// <param name="Place">1 is next; counts only those ahead with whom an agent is shared.</param>
/// <param name="Reserved">The agent who will answer, or a colleague if one is free sooner. None further back, and in strict order.</param>
/// <param name="Eligible">Who answers this topic, in this language, now.</param>
/// <param name="Overtaken">As given, and with those who start now.</param>
/// <param name="Times">None where nobody answers.</param>
/// <param name="WrapUp">The reserved agent has a place for this one, as soon as the last conversation in it is written up.</param>
public sealed record Wait(long Conversation, Need Need, int Place, long? Reserved, IReadOnlyList<long> Eligible, int Overtaken, WaitDistribution? Times, bool WrapUp = false);
