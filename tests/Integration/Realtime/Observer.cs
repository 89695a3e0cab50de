using System.Text.Json;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>A reader's view of one conversation, kept by the protocol's rules from a snapshot and the pushes since.</summary>
internal sealed class Observer(RawSignalR line, long conversation)
{
    private readonly List<JsonElement> _entries = [];

    public int Last => _entries.Count == 0 ? 0 : _entries[^1].GetProperty("seq").GetInt32();

    /// <summary>Marks of the other side.</summary>
    public int Read { get; private set; }

    /// <summary>Where it began to look.</summary>
    public int First { get; private set; }

    public IReadOnlyList<string> Entries => [.. _entries.Select(e => e.GetRawText())];

    /// <summary>What the entries say, folded.</summary>
    public (string Status, long? Agent) State => Fold(_entries);

    public void Begin(JsonElement page, int read)
    {
        _entries.AddRange(page.GetProperty("entries").EnumerateArray());
        First = page.GetProperty("after").GetInt32();
        Read = read;
    }

    /// <summary>Takes in what was pushed so far; asks where something is missing.</summary>
    public async Task TakePushes()
    {
        foreach (var push in line.Pushes.TakeAll("Entries").Where(IsMine))
            if (push.GetProperty("after").GetInt32() > Last)
                await Fill();
            else
                Append(push);
        foreach (var read in line.Pushes.TakeAll("Read").Where(IsMine))
            Read = Math.Max(Read, read.GetProperty("seq").GetInt32());
    }

    public static (string, long?) Fold(IEnumerable<JsonElement> entries)
    {
        var (status, agent) = ("waiting", (long?)null);
        foreach (var entry in entries)
            (status, agent) = entry.GetProperty("kind").GetString() switch
            {
                "queued" => ("waiting", null),
                "joined" => ("assigned", entry.GetProperty("detail").GetProperty("agent").GetProperty("id").GetInt64()),
                "resolved" => ("resolved", null),
                _ => (status, agent),
            };
        return (status, agent);
    }

    private async Task Fill()
    {
        while (true)
        {
            var page = await line.Ask("After", conversation, Last);
            Append(page);
            if (Last >= page.GetProperty("head").GetInt32())
                return;
        }
    }

    private void Append(JsonElement page)
    {
        foreach (var entry in page.GetProperty("entries").EnumerateArray())
            if (entry.GetProperty("seq").GetInt32() > Last)
                _entries.Add(entry);
    }

    private bool IsMine(JsonElement push) => push.GetProperty("conversation").GetInt64() == conversation;
}
