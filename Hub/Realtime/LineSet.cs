using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace SupportHub.Realtime;

/// <summary>Connections by an id. Changed seldom and read for each push, so a list is replaced, never edited; ids without one take no room.</summary>
public sealed class LineSet
{
    private readonly ConcurrentDictionary<long, HubConnectionContext[]> _lines = new();

    public IReadOnlyList<HubConnectionContext> Of(long id) => _lines.GetValueOrDefault(id) ?? [];

    public IEnumerable<long> Ids => _lines.Keys;

    public bool Has(long id) => _lines.ContainsKey(id);

    /// <returns>Whether it is the first of this id.</returns>
    public bool Add(long id, HubConnectionContext line) =>
        _lines.AddOrUpdate(id, [line], (_, held) => held.Contains(line) ? held : [.. held, line]).Length == 1;

    /// <returns>Whether it was the last of this id.</returns>
    public bool Remove(long id, HubConnectionContext line)
    {
        while (_lines.TryGetValue(id, out var held) && held.Contains(line))
        {
            if (held.Length == 1 ? _lines.TryRemove(new(id, held)) : _lines.TryUpdate(id, [.. held.Where(l => l != line)], held))
                return held.Length == 1;
        }
        return false;
    }
}
