using System.Collections.Frozen;
using Dapper;
using SupportHub.Storage;

namespace SupportHub.Agents;

/// <summary>Every agent's account, held in memory: read often, changed seldom.</summary>
public sealed class AgentDirectory(Database database) : IDirectory
{
    private readonly SemaphoreSlim _oneRefresh = new(1, 1);
    private volatile FrozenDictionary<long, AgentAccount> _byId = FrozenDictionary<long, AgentAccount>.Empty;

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    public IReadOnlyCollection<AgentAccount> All => _byId.Values;

    public AgentAccount? Find(long id) => _byId.GetValueOrDefault(id);

    public string? FirstName(long id) => Find(id)?.FirstName;

    /// <summary>Whether a session that was opened with this stamp may go on.</summary>
    public bool IsValid(long agentId, string? stamp) =>
        Find(agentId) is { DisabledAt: null } agent && agent.SecurityStamp == stamp;

    /// <summary>
    /// Reads all accounts again: at the start, after each change here, and every two seconds for changes made on other nodes.
    /// An account that did not change stays the same instance.
    /// </summary>
    public async Task Refresh(CancellationToken cancel = default)
    {
        // One at a time: an older reading that ends later must not replace a newer one.
        await _oneRefresh.WaitAsync(cancel);
        bool changed;
        try
        {
            var before = _byId;
            var fresh = (await Read(cancel))
                .Select(a => before.GetValueOrDefault(a.Id) is { } held && held == a ? held : a)
                .ToFrozenDictionary(a => a.Id);
            changed = fresh.Count != before.Count || fresh.Values.Any(a => !ReferenceEquals(before.GetValueOrDefault(a.Id), a));
            _byId = fresh;
        }
        finally
        {
            _oneRefresh.Release();
        }

        if (changed)
            Changed?.Invoke();
    }

    private async Task<IEnumerable<AgentAccount>> Read(CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return await connection.QueryAsync<AgentAccount>($"SELECT {AccountSql.Columns} FROM agents");
    }
}
