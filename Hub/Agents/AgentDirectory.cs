using System.Collections.Frozen;
using Dapper;
using SupportHub.Storage;

namespace SupportHub.Agents;

/// <summary>Every agent's account, held in memory: read often, changed seldom.</summary>
public sealed class AgentDirectory(Database database)
{
    private volatile FrozenDictionary<long, AgentAccount> _byId = FrozenDictionary<long, AgentAccount>.Empty;

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    public IReadOnlyCollection<AgentAccount> All => _byId.Values;

    public AgentAccount? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads all accounts again: at the start, after each change here, and every two seconds for changes made on other nodes.</summary>
    public async Task Refresh(CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        var rows = await connection.QueryAsync<AgentAccount>(
            "SELECT id, email, first_name, last_name, pronoun, picture, role, capacity, language, security_stamp, disabled_at FROM agents");
        var fresh = rows.ToFrozenDictionary(a => a.Id);
        var before = _byId;
        _byId = fresh;
        if (fresh.Count != before.Count || fresh.Values.Any(a => before.GetValueOrDefault(a.Id) != a))
            Changed?.Invoke();
    }
}
