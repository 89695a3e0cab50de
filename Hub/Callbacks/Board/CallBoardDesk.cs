using SupportHub.Shared;

namespace SupportHub.Callbacks.Board;

/// <summary>Which callbacks there are on a day.</summary>
public sealed class CallBoardDesk(CallBoardSql sql, TimeProvider clock)
{
    private const long LongestMs = 8 * 24 * 3600_000L;

    /// <returns>Null where that is no day, nor a week.</returns>
    public async Task<CallBoard?> Read(AskCallBoard ask)
    {
        if (ask.Until <= ask.From || ask.Until - ask.From > LongestMs)
            return null;
        var rows = await sql.Read(ask, clock.NowMs(), CallBoard.Limit);
        return new CallBoard([.. Enum.GetValues<CallStage>().Select(stage => Column(stage, [.. rows.Where(r => r.Stage == stage)]))]);
    }

    private static CallColumn Column(CallStage stage, IReadOnlyList<CallBoardRow> rows) => new(stage, rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => r.ToCard())]);
}
