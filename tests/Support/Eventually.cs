namespace SupportHub.Tests;

/// <summary>For what becomes true without a sign that could be waited for. Looks again and again, and gives up with the last reason.</summary>
public static class Eventually
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(150);

    public static async Task<T> Gives<T>(Func<T?> look)
        where T : class
    {
        T? found = null;
        await Succeeds(() => (found = look()) is not null ? Task.CompletedTask : throw new TimeoutException("It did not come."));
        return found!;
    }

    public static async Task Succeeds(Func<Task> attempt, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? LongEnough.Usually);
        using var timer = new PeriodicTimer(Shortest);
        while (true)
        {
            try
            {
                // NUnit remembers a failed assertion even where it is caught; here only the last one counts.
                using var isolated = new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext();
                await attempt();
                return;
            }
            catch (Exception) when (!limit.IsCancellationRequested)
            {
                await timer.WaitForNextTickAsync(CancellationToken.None);
                // What takes longer is looked at less often: a look may cost a query, and an exception always.
                timer.Period = TimeSpan.FromTicks(Math.Min(timer.Period.Ticks * 5 / 4, Longest.Ticks));
            }
        }
    }
}
