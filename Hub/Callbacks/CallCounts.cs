using Dapper;
using SupportHub.Storage;

namespace SupportHub.Callbacks;

/// <summary>What is limited by the day: counted in the database, so that requests at the same moment, on whichever node, do not slip through together.</summary>
public sealed class CallCounts(Database database)
{
    /// <param name="day">As 20261128.</param>
    /// <returns>False, and nothing is counted, where it would be more than the limit.</returns>
    public async Task<bool> Add(int day, CallCount kind, string who, int more, int limit)
    {
        if (more > limit)
            return false;
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            INSERT INTO call_counts (day, kind, who, counted) VALUES (@day, @kind, @who, @more)
            ON CONFLICT (day, kind, who) DO UPDATE SET counted = call_counts.counted + excluded.counted WHERE call_counts.counted + excluded.counted <= @limit
            """,
            new { day, kind = (int)kind, who, more, limit }) == 1;
    }

    public async Task Subtract(int day, CallCount kind, string who, int less)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            "UPDATE call_counts SET counted = counted - @less WHERE day = @day AND kind = @kind AND who = @who", new { day, kind = (int)kind, who, less });
    }
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

    /// <summary>Test calls of a site's administrators.</summary>
    Trial,

    /// <summary>Mails about calls to one address.</summary>
    Mail = 10,
}
