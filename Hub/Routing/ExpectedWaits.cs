using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Routing;

/// <summary>How long somebody would wait who asked now: told before anything is sent. By the same projection that everyone who waits is told by.</summary>
public sealed class ExpectedWaits(OpenConversations conversations, QueueReading reading, Dispatcher dispatcher, TimeProvider clock)
{
    private const long FreshMs = 5_000;
    private const int Plays = 64;
    private const double EarlyQuantile = 0.10;
    private readonly Lock _one = new();
    private readonly Dictionary<long, (long At, IReadOnlyDictionary<Need, Wait> Newcomers)> _known = [];

    /// <returns>None where nobody who answers this is here.</returns>
    public ExpectedWait? Of(Site site, long? topic)
    {
        if (!Newcomers(site).TryGetValue(new Need(topic, QueueReading.Language(site.Languages[0])), out var wait) || wait.Times is not { } times)
            return null;
        var late = times.Quantile(dispatcher.Learnt.Level(site.Id));
        return double.IsFinite(late)
            ? new ExpectedWait(late < 60 ? 0 : Math.Min(Ladder.Down(times.Quantile(EarlyQuantile)), Ladder.Up(late)), Ladder.Up(late))
            : null;
    }

    /// <summary>Visitors open pages often; one play serves all of them for a few seconds.</summary>
    private IReadOnlyDictionary<Need, Wait> Newcomers(Site site)
    {
        var nowMs = clock.NowMs();
        lock (_one)
        {
            if (_known.TryGetValue(site.Id, out var known) && nowMs - known.At < FreshMs)
                return known.Newcomers;
            var rows = conversations.All.Where(c => QueueReading.Counts(c, nowMs)).ToList();
            var needs = site.Topics.Select(t => (long?)t.Id).Append(null).Select(t => new Need(t, QueueReading.Language(site.Languages[0])));
            var queue = reading.Read(
                rows, [.. rows.Where(c => c.State.Status == ConversationStatus.Waiting)], c => c.State.ReservedId, new Dictionary<long, int>(), needs, nowMs);
            var newcomers = Projection.Project(queue, dispatcher.Learnt.Model, new Random((int)(nowMs / FreshMs)), Plays).Newcomers;
            _known[site.Id] = (nowMs, newcomers);
            return newcomers;
        }
    }
}
