using System.Diagnostics;
using SupportHub.Routing;
using SupportHub.Routing.Skills;

namespace SupportHub.Load.Waiting;

/// <summary>What one projection costs on one core.</summary>
internal static class Cost
{
    public static int Run()
    {
        var met = true;
        met &= Measure("1,000 waiting, 200 agents, skills", Queue(1000, 200, 1, 10), 128, 30);
        met &= Measure("1,000 waiting, 200 agents of 3 places, skills", Queue(1000, 200, 3, 10), 128, null);
        met &= Measure("1,000 waiting, 200 agents, one topic", Queue(1000, 200, 1, 1), 128, null);
        met &= Measure("10,000 waiting, 500 agents, skills", Queue(10_000, 500, 1, 10), 32, 120);
        met &= Measure("10,000 waiting, 500 agents, one topic", Queue(10_000, 500, 1, 1), 32, null);
        met &= Measure("20 waiting, 8 agents", Queue(20, 8, 1, 1), 128, null);
        return met ? 0 : 1;
    }

    private static bool Measure(string name, Queue queue, int plays, double? limitMs)
    {
        var random = new Random(3);
        var model = new WaitModel(
            HandleTimeModel.Learn(Enumerable.Range(0, 3000).Select(i => new HandleTime(i % queue.Answerers.Count, i % 10, -360 * Math.Log(1 - random.NextDouble()) + 1))),
            Patience.Learn([]));
        List<double> times = [];
        for (var round = 0; round < 60; round++)
        {
            // The best of three: what others on the machine take is not ours.
            times.Add(Enumerable.Range(0, 3).Min(_ =>
            {
                var clock = Stopwatch.StartNew();
                Projection.Project(queue, model, new Random(round), plays);
                return clock.Elapsed.TotalMilliseconds;
            }));
        }
        var median = Throughput.Median(times.Skip(20));
        var missed = median > limitMs;
        Console.WriteLine($"  {name,-48} {plays,4} plays  {median,7:0.0} ms (worst {times.Skip(20).Max():0.0}){(limitMs is { } limit ? $"  limit {limit} ms" : "")}{(missed ? "  MISSED" : "")}");
        return !missed;
    }

    private static Queue Queue(int waiting, int agents, int capacity, int topics)
    {
        var random = new Random(7);
        var answerers = Enumerable.Range(0, agents).Select(a => new Answerer(a, capacity)
        {
            Running = [.. Enumerable.Range(0, capacity).Select(_ => new Running(random.Next(topics), random.NextDouble() * 600))],
            Skills = topics == 1 ? SkillSet.Everything : new SkillSet(Enumerable.Range(0, topics).OrderBy(_ => random.Next()).Take(3).ToDictionary(t => (long)t, _ => random.Next(1, 4)), []),
        }).ToList();
        var waiters = Enumerable.Range(0, waiting).Select(i => new Waiter(i + 1)
        {
            Topic = random.Next(topics),
            WaitedSeconds = (waiting - i) * 360.0 / (agents * capacity),
            Overtaken = 0,
        }).ToList();
        return new Queue(waiters, answerers)
        {
            Expected = [.. Enumerable.Range(0, topics).Select(t => new Expected(new Need(t, null), agents * capacity / 360.0 / topics))],
        };
    }
}
