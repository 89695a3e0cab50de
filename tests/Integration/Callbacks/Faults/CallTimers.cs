using Dapper;
using SupportHub.Storage;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>Minutes pass at once for whatever an attempt waits for.</summary>
internal static class CallTimers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>An hour, and another one, until it is so.</summary>
    public static async Task Pass(Database database, long conversation, Func<Task> until)
    {
        for (var left = 20; ; left--)
        {
            await using (var connection = await database.Open())
                await connection.ExecuteAsync(
                    """
                    UPDATE call_attempts SET look_at = 0, search_at = search_at - 3600000, quiet_at = quiet_at - 3600000, settle_at = settle_at - 3600000,
                        away_at = away_at - 3600000
                    WHERE look_at IS NOT NULL AND conversation_id = @conversation
                    """,
                    new { conversation });
            try
            {
                await Eventually.Succeeds(until, Patience);
                return;
            }
            catch (Exception) when (left > 0)
            {
                // Not yet: more time passes.
            }
        }
    }
}
