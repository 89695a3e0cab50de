using CsCheck;
using NUnit.Framework;
using SupportHub.Routing;
using SupportHub.Routing.Skills;

namespace SupportHub.Unit.Routing;

/// <summary>What is true of every simulated day, whoever works and whoever comes.</summary>
public sealed class RuleProperties
{
    private const int Days = 150;

    private static readonly Gen<Answerer[]> Staffs = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 7], (capacity, skills) => (capacity, skills)).Array[1, 6]
        .Select(agents => agents.Select((a, i) => new Answerer(i + 1, a.capacity)
        {
            // None of the bits: everything.
            Skills = new SkillSet(Enumerable.Range(0, 3).Where(t => (a.skills >> t & 1) == 1).ToDictionary(t => (long)t, _ => 1), []),
        }).ToArray());

    private static readonly Gen<SimulatedDay.Comer[]> Comers = Gen.Select(
            Gen.Double[0, 120], Gen.Long[0, 2], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[0, 2])), Gen.Double[5, 900], Gen.Frequency((3, Gen.Const(1e9)), (1, Gen.Double[10, 900])),
            (after, topic, priority, seconds, patience) => new SimulatedDay.Comer(after, topic, priority, seconds, patience, false))
        .Array[1, 120]
        .Select(comers =>
        {
            var at = 0.0;
            return comers.Select(c => c with { At = at += c.At }).ToArray();
        });

    private static readonly Gen<(Answerer[] Staff, SimulatedDay.Comer[] Comers)> Worlds = Gen.Select(Staffs, Comers);

    [Test]
    public void Capacity_is_never_exceeded() => Always(
        day => day.Stepped += (queue, projected, _) =>
        {
            foreach (var agent in queue.Answerers)
                Check(agent.Running.Count + projected.Starts.Count(s => s.Agent == agent.Agent) <= agent.Capacity, "capacity");
        });

    [Test]
    public void Only_who_can_answers_and_only_who_can_is_named() => Always(
        day => day.Stepped += (queue, projected, _) =>
        {
            foreach (var start in projected.Starts)
                Check(Can(Agent(queue, start.Agent), Waiter(queue, start.Conversation)), "answered by who cannot");
            foreach (var wait in projected.Waits.Where(w => w.Reserved is not null))
                Check(Can(Agent(queue, wait.Reserved!.Value), Waiter(queue, wait.Conversation)), "named who cannot");
        });

    [Test]
    public void Nobody_is_idle_while_someone_waits_whom_they_could_answer() => Always(
        day => day.Stepped += (queue, projected, _) =>
        {
            foreach (var agent in queue.Answerers.Where(a => a.Running.Count + projected.Starts.Count(s => s.Agent == a.Agent) < a.Capacity))
                Check(!projected.Waits.Any(w => Can(agent, Waiter(queue, w.Conversation))), "idle");
        });

    [Test]
    public void Nobody_is_overtaken_more_than_twice_the_places_without_a_reason()
    {
        Always(day =>
        {
            Dictionary<long, int> overtaken = [];
            day.Stepped += (queue, projected, _) =>
            {
                foreach (var start in projected.Starts)
                    foreach (var wait in projected.Waits.Select(w => Waiter(queue, w.Conversation)))
                        if (Before(wait, Waiter(queue, start.Conversation)) && Can(Agent(queue, start.Agent), wait))
                        {
                            overtaken[wait.Conversation] = overtaken.GetValueOrDefault(wait.Conversation) + 1;
                            var places = queue.Answerers.Where(a => Can(a, wait)).Sum(a => a.Capacity);
                            Check(overtaken[wait.Conversation] <= 2 * places, $"overtaken {overtaken[wait.Conversation]} times with {places} places");
                        }
                foreach (var wait in projected.Waits)
                    Check(wait.Overtaken == overtaken.GetValueOrDefault(wait.Conversation), "counted wrongly");
            };
        });
    }

    [Test]
    public void Everyone_who_stays_is_answered() => Worlds.Sample(
        world =>
        {
            var patient = world.Comers.Select(c => c with { Patience = 1e9 }).ToArray();
            var day = new SimulatedDay(world.Staff, patient, WaitModel.FirstDay);
            day.Run();
            return day.Answered == patient.Count(c => world.Staff.Any(a => Can(a, new Waiter(1) { Topic = c.Topic })));
        },
        iter: Days);

    [Test]
    public void A_reservation_is_only_lost_to_someone_sooner_or_to_the_agents_leaving() => Always(
        day => day.Stepped += (queue, projected, _) =>
        {
            foreach (var wait in projected.Waits)
                if (Waiter(queue, wait.Conversation).Reserved is { } told && Agent(queue, told).TakesNew)
                    Check(wait.Reserved == told, "renamed");
        },
        someLeave: true);

    [Test]
    public void A_place_that_can_become_free_has_at_most_one_next_customer() => Always(
        day => day.Stepped += (queue, projected, _) =>
        {
            foreach (var (agent, count) in projected.Waits.Where(w => w.Reserved is not null).CountBy(w => w.Reserved!.Value))
                Check(count <= Agent(queue, agent).Capacity, "two next customers");
        });

    [Test]
    public void In_strict_order_nobody_is_ever_overtaken() => Always(
        day => day.Stepped += (_, projected, _) => Check(projected.Waits.All(w => w.Overtaken == 0 && w.Reserved is null), "overtaken"),
        strict: true);

    [Test]
    public void The_same_input_and_stream_give_the_same_output() => Worlds.Sample(
        world =>
        {
            var queue = new Queue(
                [.. world.Comers.Select((c, i) => new Waiter(i + 1) { Topic = c.Topic, Priority = c.Priority, WaitedSeconds = 10_000 - c.At })],
                [.. world.Staff.Select(a => a with { Running = [.. Enumerable.Range(0, a.Capacity).Select(k => new Running(k, 50.0 * k))] })])
            {
                Expected = [new(new Need(0, null), 0.01), new(new Need(1, null), 0.02)],
            };
            return Says(queue) == Says(queue);
        },
        iter: Days);

    private static string Says(Queue queue) => string.Join(' ', Projection.Project(queue, WaitModel.FirstDay, new Random(5), plays: 32) is var projected
        ? projected.Waits.Concat(projected.Newcomers.Values).Select(w => $"{w.Place} {w.Reserved} {w.Times?.Median} {w.Times?.Quantile(0.9)}")
        : []);

    private static void Always(Action<SimulatedDay> watch, bool someLeave = false, bool strict = false) => Worlds.Sample(
        world =>
        {
            var day = new SimulatedDay(world.Staff, [.. world.Comers.Select(c => c with { Strict = strict })], WaitModel.FirstDay);
            if (someLeave)
                day.GoesAt[1] = world.Comers[^1].At / 2;
            watch(day);
            day.Run();
        },
        iter: Days);

    private static void Check(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }

    private static bool Before(Waiter one, Waiter other) =>
        one.Rank > other.Rank || (one.Rank == other.Rank && one.Conversation < other.Conversation);

    private static bool Can(Answerer agent, Waiter waiter) =>
        agent is { TakesNew: true, Capacity: > 0 } && (agent.Skills.Levels.Count == 0 || agent.Skills.Levels.ContainsKey(waiter.Topic!.Value));

    private static Answerer Agent(Queue queue, long agent) => queue.Answerers.First(a => a.Agent == agent);

    private static Waiter Waiter(Queue queue, long conversation) => queue.Waiting.First(w => w.Conversation == conversation);
}
