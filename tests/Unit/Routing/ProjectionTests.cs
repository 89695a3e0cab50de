using CsCheck;
using NUnit.Framework;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class ProjectionTests
{
    private static readonly HandleTimes Times = new([]);

    private static readonly Gen<(Waiter[] Queue, Answerer[] Agents)> Worlds = Gen.Select(
        Gen.Int[0, 12], Gen.Select(Gen.Int[1, 3], Gen.Double[0, 1200].Array[0, 4], Gen.Long[0, 50]).Array[0, 5], Gen.Int[0, 6].Array[12],
        (waiting, agents, reserved) =>
        {
            var answerers = agents.Select((a, i) => new Answerer(i + 1, a.Item1, a.Item2, a.Item3)).ToArray();
            var queue = Enumerable.Range(0, waiting).Select(i => new Waiter(100 + i, reserved[i] >= 1 && reserved[i] <= answerers.Length ? reserved[i] : null)).ToArray();
            return (queue, answerers);
        });

    [Test]
    public void Capacity_is_never_exceeded_and_nobody_is_idle_while_someone_waits() => Worlds.Sample(world =>
    {
        var projected = Projection.Project(world.Queue, world.Agents, Times, new Random(1));
        var given = projected.Starts.CountBy(s => s.Agent).ToDictionary();
        var free = world.Agents.Sum(a => a.Free);
        return world.Agents.All(a => given.GetValueOrDefault(a.Agent) <= a.Free)
            && projected.Starts.Count == Math.Min(free, world.Queue.Length)
            && projected.Starts.Select(s => s.Conversation).Distinct().Count() == projected.Starts.Count;
    });

    [Test]
    public void Everyone_who_does_not_start_has_a_place_and_keeps_the_order() => Worlds.Sample(world =>
    {
        var projected = Projection.Project(world.Queue, world.Agents, Times, new Random(1));
        var left = world.Queue.Select(w => w.Conversation).Except(projected.Starts.Select(s => s.Conversation));
        return projected.Waits.Select(w => w.Conversation).SequenceEqual(left)
            && projected.Waits.Select(w => w.Place).SequenceEqual(Enumerable.Range(1, projected.Waits.Count));
    });

    [Test]
    public void A_chat_that_ends_has_at_most_one_next_customer() => Worlds.Sample(world =>
    {
        var projected = Projection.Project(world.Queue, world.Agents, Times, new Random(1));
        var chats = world.Agents.ToDictionary(a => a.Agent, a => a.Elapsed.Count + projected.Starts.Count(s => s.Agent == a.Agent));
        return projected.Waits.Where(w => w.Agent is not null).CountBy(w => w.Agent!.Value).All(r => r.Value <= chats[r.Key]);
    });

    [Test]
    public void A_range_is_never_negative_and_never_upside_down() => Worlds.Sample(world =>
        Projection.Project(world.Queue, world.Agents, Times, new Random(1)).Waits.All(w => (w.Early is null && w.Late is null) || (w.Early >= 0 && w.Late >= w.Early)));

    [Test]
    public void The_same_input_and_stream_give_the_same_answer() => Worlds.Sample(world =>
        Projection.Project(world.Queue, world.Agents, Times, new Random(5)).Waits.SequenceEqual(
            Projection.Project(world.Queue, world.Agents, Times, new Random(5)).Waits));

    [Test]
    public void A_reservation_is_kept_while_the_agent_is_there()
    {
        var agents = new[] { Busy(1, 600), Busy(2, 1) };

        var waits = Projection.Project([new(100, 2), new(101, null)], agents, Times, new Random(1)).Waits;

        Assert.That(waits.Select(w => w.Agent), Is.EqualTo(new long?[] { 2, 1 }));
    }

    [Test]
    public void A_freed_agent_takes_the_own_reserved_customer_before_the_head_of_the_line()
    {
        var starts = Projection.Project([new(100, 1), new(101, 2)], [Busy(1, 60), new Answerer(2, 1, [], 0)], Times, new Random(1)).Starts;

        Assert.That(starts, Is.EqualTo(new[] { (101L, 2L) }));
    }

    [Test]
    public void Work_is_spread_over_those_who_had_none_for_longest()
    {
        var agents = new[] { new Answerer(1, 3, [], 500), new Answerer(2, 3, [], 100), new Answerer(3, 3, [10], 0) };

        var starts = Projection.Project([new(100, null), new(101, null), new(102, null)], agents, Times, new Random(1)).Starts;

        Assert.That(starts.Take(2), Is.EqualTo(new[] { (100L, 2L), (101L, 1L) }));
    }

    [Test]
    public void Where_nobody_answers_there_is_a_place_and_no_promise()
    {
        var wait = Projection.Project([new(100, null)], [], Times, new Random(1)).Waits.Single();

        Assert.That(wait, Is.EqualTo(new Wait(100, 1, null, null, null)));
    }

    [Test]
    public void The_range_holds_for_about_four_in_five_when_times_are_as_learned()
    {
        var random = new Random(7);
        var observed = Enumerable.Range(0, 1000).Select(_ => (int)(-300 * Math.Log(1 - random.NextDouble())) + 1).ToList();
        var times = new HandleTimes(observed);
        var inside = 0;
        for (var trial = 0; trial < 300; trial++)
        {
            var wait = Projection.Project([new(100, null)], [Busy(1, 30), Busy(2, 200)], times, new Random(trial)).Waits.Single();
            // Memoryless times: what is left of two is the smaller of two draws.
            var truth = Math.Min(-300 * Math.Log(1 - random.NextDouble()), -300 * Math.Log(1 - random.NextDouble()));
            // The reserved one waits for whoever is first, being alone in line.
            if (truth >= wait.Early && truth <= wait.Late)
                inside++;
        }
        Assert.That(inside / 300.0, Is.InRange(0.70, 0.90));
    }

    private static Answerer Busy(long id, double elapsed) => new(id, 1, [elapsed], 0);
}
