using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Agents;

/// <summary>Every canned reply, by shortcut; held in memory.</summary>
public sealed class CannedReplyDirectory(Database database) : IDirectory
{
    private volatile IReadOnlyList<CannedReply> _all = [];

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    public IReadOnlyList<CannedReply> All => _all;

    public async Task Refresh(CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        var rows = await connection.QueryAsync<Row>("SELECT id, shortcut, title, language, body FROM canned_replies ORDER BY shortcut, id");
        var fresh = rows.Select(r => new CannedReply(r.Id, r.Shortcut, r.Title, r.Language, r.Body)).ToList();
        if (fresh.SequenceEqual(_all))
            return;
        _all = fresh;
        Changed?.Invoke();
    }

    private sealed record Row
    {
        public long Id { get; init; }
        public string Shortcut { get; init; } = "";
        public string Title { get; init; } = "";
        public string? Language { get; init; }
        public string Body { get; init; } = "";
    }
}
