using System.Data.Common;
using Dapper;
using SupportHub.Callbacks.Twilio;
using SupportHub.Storage;

namespace SupportHub.Callbacks.Lines.Trial;

public sealed class TrialSql(Database database)
{
    private const string Columns =
        "id, site_id, callee, settings, secret, auth_token, began_at, sid, trouble, said, status, asked_at, heard_at, doubted_at, ended_at, over_at";

    private const long DayMs = 24 * 3600_000;

    /// <returns>False where another one of the site is under way.</returns>
    public async Task<bool> Begin(LineTrial trial)
    {
        await using var connection = await database.Open();
        await Sweep(connection, trial.BeganAt);
        return await connection.ExecuteAsync(
            """
            INSERT INTO call_trials (id, site_id, callee, settings, secret, auth_token, began_at)
            VALUES (@Id, @SiteId, @Callee, @Settings, @Secret, @AuthToken, @BeganAt) ON CONFLICT DO NOTHING
            """,
            trial) == 1;
    }

    /// <summary>One at which nobody looks any more is over at some time; and no number, nor a secret, is kept for longer than it is of use.</summary>
    public async Task Sweep(long nowMs, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        await Sweep(connection, nowMs);
    }

    public async Task<LineTrial?> Find(long site, long id)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<LineTrial>($"SELECT {Columns} FROM call_trials WHERE id = @id AND site_id = @site", new { id, site });
    }

    /// <summary>Nothing was begun after all.</summary>
    public async Task Remove(long id)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("DELETE FROM call_trials WHERE id = @id", new { id });
    }

    public Task Refused(long id, LineRefusal why) =>
        Change(id, "trouble = @trouble, said = @said", new { id, trouble = (int)why.Trouble, said = why.Said });

    public Task Named(long id, string sid) => Change(id, "sid = COALESCE(sid, @sid)", new { id, sid });

    /// <summary>A later status is never followed by an earlier one.</summary>
    public Task Stands(long id, LegStatus status, long nowMs) => Change(
        id, "status = CASE WHEN status < @status THEN @status ELSE status END, ended_at = CASE WHEN @status >= @over THEN COALESCE(ended_at, @nowMs) ELSE ended_at END",
        new { id, status = (int)status, over = (int)LegStatus.Completed, nowMs });

    public Task Asked(long id, long nowMs) => Change(id, "asked_at = COALESCE(asked_at, @nowMs)", new { id, nowMs });

    public Task Heard(long id, long nowMs) => Change(id, "heard_at = COALESCE(heard_at, @nowMs)", new { id, nowMs });

    public Task Doubted(long id, long nowMs) => Change(id, "doubted_at = COALESCE(doubted_at, @nowMs)", new { id, nowMs });

    /// <summary>Nothing more is to be learnt; nobody's number is kept for it.</summary>
    public Task Over(long id, long nowMs) => Change(id, "over_at = COALESCE(over_at, @nowMs), callee = ''", new { id, nowMs });

    private static async Task Sweep(DbConnection connection, long nowMs)
    {
        await connection.ExecuteAsync(
            "UPDATE call_trials SET over_at = @nowMs, callee = '' WHERE over_at IS NULL AND began_at <= @before", new { nowMs, before = nowMs - (long)TrialRules.Longest.TotalMilliseconds });
        await connection.ExecuteAsync("DELETE FROM call_trials WHERE began_at < @before", new { before = nowMs - DayMs });
    }

    private async Task Change(long id, string set, object values)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync($"UPDATE call_trials SET {set} WHERE id = @id", values);
    }
}
