using System.Data.Common;
using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks;

/// <summary>What is limited by the day: counted in the database, so that requests at the same moment, on whichever node, do not slip through together.</summary>
public sealed class CallCounts(Database database)
{
    /// <param name="day">As 20261128.</param>
    /// <returns>False, and nothing is counted, where it would be more than the limit.</returns>
    public async Task<bool> Add(int day, CallCap cap, int more)
    {
        await using var connection = await database.Open();
        return await Add(connection, null, day, cap, more);
    }

    /// <summary>One of each, or nothing: who is refused for one reason must not use up what is another's.</summary>
    /// <param name="caps">In an order that is everybody's, so that nobody waits for somebody who waits; those that many share come last.</param>
    public async Task<bool> AddOneOfEach(int day, IReadOnlyList<CallCap> caps)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var cap in caps)
            if (!await Add(connection, transaction, day, cap, 1))
                return false;
        await transaction.CommitAsync();
        return true;
    }

    public async Task<int> Counted(int day, CallCount kind, string who)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<int>("SELECT counted FROM call_counts WHERE day = @day AND kind = @kind AND who = @who", new { day, kind = (int)kind, who });
    }

    public async Task Subtract(int day, CallCount kind, string who, int less)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "UPDATE call_counts SET counted = counted - @less WHERE day = @day AND kind = @kind AND who = @who", new { day, kind = (int)kind, who, less });
    }

    public async Task Forget(int beforeDay, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        await connection.ExecuteAsync("DELETE FROM call_counts WHERE day < @beforeDay", new { beforeDay });
    }

    private static async Task<bool> Add(DbConnection connection, DbTransaction? transaction, int day, CallCap cap, int more) =>
        more <= cap.Limit && await connection.ExecuteAsync(
            """
            INSERT INTO call_counts (day, kind, who, counted) VALUES (@day, @kind, @who, @more)
            ON CONFLICT (day, kind, who) DO UPDATE SET counted = call_counts.counted + excluded.counted WHERE call_counts.counted + excluded.counted <= @limit
            """,
            new { day, kind = (int)cap.Kind, who = cap.Who, more, limit = cap.Limit }, transaction) == 1;
}

/// <param name="Who">Unique among those of the kind.</param>
/// <param name="Limit">In a day.</param>
public sealed record CallCap(CallCount Kind, string Who, int Limit)
{
    public override string ToString() => $"{Kind} {Limit}";
}

public enum CallCount
{
    /// <summary>Cents of a site.</summary>
    Money,

    /// <summary>Calls asked for with one number.</summary>
    Number,

    /// <summary>…from one network address.</summary>
    Address,

    /// <summary>…of a site.</summary>
    Site,

    /// <summary>…by one visitor.</summary>
    Visitor,

    /// <summary>Test calls of a site's administrators.</summary>
    Trial,

    /// <summary>Mails about calls to one address.</summary>
    Mail,
}
