namespace SupportHub.Routing;

/// <summary>A mail that waits for an agent.</summary>
/// <param name="AnswerBy">Unix milliseconds; absent: nothing was promised.</param>
/// <param name="Knows">The agent who answered before.</param>
public sealed record MailWaiter(long Conversation, long? Topic, string? Language, long? AnswerBy, long? Knows);

/// <summary>Who answers which mail: what was promised soonest first, to the agent who knows the customer, else to whoever owes the fewest. Pure.</summary>
public static class MailTurns
{
    /// <param name="answerers">With the mails that each owes as <see cref="Answerer.Running"/>: beside as many chats, an agent has as many mails at a time.</param>
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
