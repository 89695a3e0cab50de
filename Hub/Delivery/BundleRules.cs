namespace SupportHub.Delivery;

/// <summary>A message that waits in the outbox to go out by mail.</summary>
/// <param name="AgentId">Who wrote it.</param>
/// <param name="FileBytes">Of the file that goes with it.</param>
public sealed record WaitingMessage(PostRow Row, long? AgentId, long FileBytes);

/// <summary>Which messages of a conversation go out as one mail: what an agent wrote in one go. Pure.</summary>
public static class BundleRules
{
    /// <summary>Between two messages.</summary>
    private const long ApartMs = 5_000;

    public const int Most = 20;

    /// <summary>Most servers take mails of 20 to 25 MB, and files grow by a third on the way. One file alone goes, whatever its size.</summary>
    private const long FileBytes = 15 * 1024 * 1024;

    /// <param name="waiting">All that wait, of every kind, in their order; at least one.</param>
    /// <returns>The first, and those that go with it.</returns>
    public static IReadOnlyList<WaitingMessage> Together(IReadOnlyList<WaitingMessage> waiting)
    {
        List<WaitingMessage> bundle = [waiting[0]];
        foreach (var next in waiting.Skip(1).Take(Most - 1))
        {
            if (!Follows(bundle[^1], next) || bundle.Append(next).Sum(m => m.FileBytes) > FileBytes)
                break;
            bundle.Add(next);
        }
        return bundle;
    }

    private static bool Follows(WaitingMessage before, WaitingMessage next) =>
        (next.Row.Kind, next.Row.Recipient, next.AgentId) == (before.Row.Kind, before.Row.Recipient, before.AgentId)
        && next.Row.Lead is null
        && next.Row.CreatedAt - before.Row.CreatedAt <= ApartMs;
}
