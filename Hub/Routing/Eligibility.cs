namespace SupportHub.Routing;

/// <summary>Who can answer whom.</summary>
internal static class Eligibility
{
    /// <summary>Indexes of those who can answer, ascending.</summary>
    public static int[] Of(IReadOnlyList<Answerer> answerers, Need need, IReadOnlyList<long> missed)
    {
        var skilled = Indexes(answerers, a => a is { TakesNew: true, Capacity: > 0 } && a.Skills.Level(need.Topic) is not null && (!need.ByPhone || a.Calls));
        // A person who has to manage in another language is better than nobody.
        var speaking = Array.FindAll(skilled, i => answerers[i].Skills.Speaks(need.Language));
        var able = speaking.Length > 0 ? speaking : skilled;
        // Once everybody let it ring, everybody is asked again.
        var asked = missed.Count == 0 ? able : Array.FindAll(able, i => !missed.Contains(answerers[i].Agent));
        return asked.Length > 0 ? asked : able;
    }

    /// <summary>
    /// The agent to whom a call belongs, while he or she is online, has a phone, is not on it, and has not let the call ring: then nobody else is asked. The index, or <see cref="Turns.Nobody"/>.
    /// </summary>
    public static int Owner(IReadOnlyList<Answerer> answerers, Waiter waiter)
    {
        if (waiter.Owner is { } owner && !waiter.Missed.Contains(owner))
            for (var i = 0; i < answerers.Count; i++)
                if (answerers[i].Agent == owner && answerers[i] is { TakesNew: true, Capacity: > 0, Calls: true, Phone: not PhoneUse.Busy })
                    return i;
        return Turns.Nobody;
    }

    private static int[] Indexes(IReadOnlyList<Answerer> answerers, Func<Answerer, bool> which)
    {
        List<int> found = [];
        for (var i = 0; i < answerers.Count; i++)
            if (which(answerers[i]))
                found.Add(i);
        return [.. found];
    }
}
