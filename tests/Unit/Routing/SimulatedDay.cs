using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

/// <summary>A day of work by the real rule: who starts is taken from the projection after each arrival and each end, as the hub does.</summary>
internal sealed class SimulatedDay(IReadOnlyList<Answerer> staff, IReadOnlyList<SimulatedDay.Comer> comers, WaitModel model)
{
    public sealed record Comer(double At, long Topic, int Priority, double Seconds, double Patience, bool Strict);

    public sealed record Waited(Waiter Waiter, double Since)
    {
        public Waiter At(double now) => Waiter with { WaitedSeconds = now - Since };
    }

    private readonly List<Waited> _waiting = [];
    private readonly Dictionary<long, List<(Waited Who, double Start, double End)>> _running = staff.ToDictionary(a => a.Agent, _ => new List<(Waited, double, double)>());

    /// <summary>After each step: the queue that was given, what was projected, and the time.</summary>
    public event Action<Queue, Projected, double>? Stepped;

    /// <summary>Agents who go home at a time.</summary>
    public Dictionary<long, double> GoesAt { get; } = [];

    public int Answered { get; private set; }

    public void Run()
    {
        var next = 0;
        for (var now = 0.0; ; )
        {
            var end = _running.Values.SelectMany(r => r).Select(r => r.End).DefaultIfEmpty(double.PositiveInfinity).Min();
            var come = next < comers.Count ? comers[next].At : double.PositiveInfinity;
            var gone = _waiting.Select(w => w.Since + comers[(int)w.Waiter.Conversation - 1].Patience).DefaultIfEmpty(double.PositiveInfinity).Min();
            now = Math.Min(Math.Min(end, come), gone);
            if (double.IsInfinity(now))
                return;
            if (now == end)
                foreach (var running in _running.Values)
                    running.RemoveAll(r => r.End <= now);
            else if (now == gone)
                _waiting.RemoveAll(w => w.Since + comers[(int)w.Waiter.Conversation - 1].Patience <= now);
            else
                _waiting.Add(new Waited(new Waiter(++next) { Topic = comers[next - 1].Topic, Priority = comers[next - 1].Priority, Strict = comers[next - 1].Strict }, now));
            Step(now);
        }
    }

    private void Step(double now)
    {
        var queue = new Queue(
            [.. _waiting.Select(w => w.At(now))],
            [
                .. staff.Select(a => a with
                {
                    Running = [.. _running[a.Agent].Select(r => new Running(r.Who.Waiter.Topic, now - r.Start))],
                    TakesNew = !GoesAt.TryGetValue(a.Agent, out var goes) || now < goes,
                }),
            ]);
        var projected = Projection.Project(queue, model, new Random(1), plays: 0);
        foreach (var start in projected.Starts)
        {
            var who = _waiting.Find(w => w.Waiter.Conversation == start.Conversation)!;
            _waiting.Remove(who);
            _running[start.Agent].Add((who, now, now + comers[(int)start.Conversation - 1].Seconds));
            Answered++;
        }
        foreach (var wait in projected.Waits)
        {
            var at = _waiting.FindIndex(w => w.Waiter.Conversation == wait.Conversation);
            _waiting[at] = _waiting[at] with { Waiter = _waiting[at].Waiter with { Reserved = wait.Reserved, Overtaken = wait.Overtaken } };
        }
        Stepped?.Invoke(queue, projected, now);
    }
}
