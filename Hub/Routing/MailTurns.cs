namespace SupportHub.Routing;

/// <summary>A mail that waits for an agent.</summary>
/// <param name="AnswerBy">Unix milliseconds; absent: nothing was promised.</param>
/// <param name="Knows">The agent who answered before.</param>
public sealed record MailWaiter(long Conversation, long? Topic, string? Language, long? AnswerBy, long? Knows);

/// <summary>A mail that an agent owes an answer to.</summary>
/// <param name="AwayOpenMs">For how much open time the agent has been gone; 0 where that is not known; absent: the agent is here.</param>
public sealed record MailOwed(long Conversation, long Agent, long? Topic, string? Language, long AnswerBy, long? AwayOpenMs);

/// <summary>Who answers which mail: what was promised soonest first, to the agent who knows the customer, else to whoever owes the fewest. Pure.</summary>
public static class MailTurns
{
    /// <summary>Somebody who is gone for so long is not about to come back.</summary>
    public const long LongAwayMs = 4 * 3600_000L;

    /// <summary>So near to its due time, an answer waits for nobody.</summary>
    public const long DueSoonMs = 3600_000L;

    /// <summary>A promise is not kept by who is not here: such a mail goes to a colleague, once it is due soon or its agent is away for long. Where nobody else can take it, it stays.</summary>
    public static IReadOnlyList<long> GoBack(IReadOnlyList<MailOwed> owed, IReadOnlyList<Answerer> answerers, long nowMs) =>
    [
        .. owed.Where(m => m.AwayOpenMs is { } away && (away >= LongAwayMs || m.AnswerBy - nowMs <= DueSoonMs))
            .Where(m => Eligibility.Of(answerers, new Need(m.Topic, m.Language), [])
                .Any(i => answerers[i].Agent != m.Agent && answerers[i].Running.Count < answerers[i].Capacity))
            .Select(m => m.Conversation),
    ];

    /// <param name="answerers">With the mails that each owes as <see cref="Answerer.Running"/>, and as many places as mails at a time.</param>
    /// <returns>Conversation and agent; who finds no room waits.</returns>
    public static IReadOnlyList<(long Conversation, long Agent)> Assign(IReadOnlyList<MailWaiter> mails, IReadOnlyList<Answerer> answerers)
    {
        List<(long, long)> given = [];
        var owed = answerers.Select(a => a.Running.Count).ToArray();
        foreach (var mail in mails.OrderBy(m => m.AnswerBy ?? long.MaxValue).ThenBy(m => m.Conversation))
        {
            var free = Eligibility.Of(answerers, new Need(mail.Topic, mail.Language), []).Where(i => owed[i] < answerers[i].Capacity).ToList();
            if (free.Count == 0)
                continue;
            var to = free.OrderByDescending(i => answerers[i].Agent == mail.Knows).ThenBy(i => owed[i]).ThenBy(i => answerers[i].LastAssignedAt).ThenBy(i => answerers[i].Agent).First();
            owed[to]++;
            given.Add((mail.Conversation, answerers[to].Agent));
        }
        return given;
    }
}
