using SupportHub.Routing;
using ProjectedQueue = SupportHub.Routing.Queue;

namespace SupportHub.Load.Waiting;

/// <summary>Drives days of work through the real projection with a virtual clock, in seconds.</summary>
internal sealed class Simulation
{
    private const double DaySeconds = 8 * 3600;
    private readonly Scenario _scenario;
    private readonly WaitingOptions _options;
    private readonly bool _strict;
    private readonly Dictionary<long, Desk> _desks;
    private readonly Dictionary<long, Customer> _waiting = [];
    private readonly Ghosts _ghosts = new();
    private readonly PriorityQueue<Happening, double> _events = new();
    private readonly Learning _learning = new();
    private readonly Estimators _estimators = new();
    private readonly Random _chance;
    private readonly double _trueMean;
    private readonly double _end;
    private long _streams;

    public Simulation(Scenario scenario, WaitingOptions options, bool strict)
    {
        (_scenario, _options, _strict) = (scenario, options, strict);
        _desks = scenario.Staff.ToDictionary(s => s.Agent, s => new Desk(s, scenario));
        _chance = new Random(options.Seed * 7919 + 13);
        var mix = scenario.Topics.Sum(t => t.Share * t.Factor);
        var capacity = scenario.Staff.Max(s => s.Capacity);
        _trueMean = options.Mean * mix / scenario.Pace[capacity - 1];
        _end = (options.Days > 0 ? options.Days : scenario.Days * options.Scale) * DaySeconds;
    }

    public List<Customer> Customers { get; } = [];

    public void Run()
    {
        // Those who come are the same whatever the rule: drawn beforehand.
        DrawCustomers();
        foreach (var desk in _desks.Values.Where(d => d.Staff.Away is not null))
            _events.Enqueue(new Happening(Kind.Shift, desk.Staff.Agent), desk.Staff.Away!(0).ChangesIn);
        for (var at = _scenario.ForgetsAfterHours * 3600; at < _end; at += _scenario.ForgetsAfterHours * 3600)
            _events.Enqueue(new Happening(Kind.Forget), at);
        while (_events.TryDequeue(out var happening, out var now))
            Happen(happening, now);
    }

    private void DrawCustomers()
    {
        var rate = _scenario.Load * _scenario.Staff.Sum(s => s.Capacity / (s.Pace * _trueMean));
        const double busiest = 3;
        long id = 0;
        for (var at = 0.0; at < _end;)
        {
            at -= Math.Log(1 - _chance.NextDouble()) / (rate * busiest);
            if (_chance.NextDouble() > _scenario.Profile(at) / busiest)
                continue;
            var pick = _chance.NextDouble() * _scenario.Topics.Sum(t => t.Share);
            var topic = 0;
            while (topic < _scenario.Topics.Count - 1 && (pick -= _scenario.Topics[topic].Share) > 0)
                topic++;
            var work = _options.Mean * _scenario.Topics[topic].Factor * _scenario.Times(_chance);
            var patience = -Math.Log(1 - _chance.NextDouble()) * _scenario.Patience * _options.Mean;
            Customers.Add(new Customer(++id, at, topic, work, patience));
            _events.Enqueue(new Happening(Kind.Come, id), at);
        }
    }

    private void Happen(Happening happening, double now)
    {
        switch (happening.Kind)
        {
            case Kind.Come:
                Come(Customers[(int)happening.Id - 1], now);
                return;
            case Kind.End when _desks[happening.Id] is var desk && desk.Version == happening.Version:
                _learning.Ended(desk.End(now));
                Foresee(desk);
                break;
            case Kind.GiveUp when _waiting.Remove(happening.Id, out var customer):
                GiveUp(customer, now);
                break;
            case Kind.Shift:
                // After the last customer, until the line is empty.
                if (now < _end || _waiting.Count > 0)
                    _events.Enqueue(happening, now + Math.Max(1, _desks[happening.Id].Staff.Away!(now + 0.5).ChangesIn));
                break;
            case Kind.Forget:
                _learning.Forget(now);
                return;
            default:
                return;
        }
        Dispatch(now, 0);
    }

    private void Come(Customer customer, double now)
    {
        _learning.Came(customer.Topic, now);
        IReadOnlyList<Customer> ahead = [.. _waiting.Values];
        _waiting.Add(customer.Id, customer);
        var waits = Dispatch(now, _strict ? 0 : _options.Plays);
        if (customer.Standing == Standing.Answered)
            return;
        if (double.IsFinite(customer.Patience))
            _events.Enqueue(new Happening(Kind.GiveUp, customer.Id), now + customer.Patience);
        if (waits?.GetValueOrDefault(customer.Id)?.Times is not { } times)
            return;
        var here = _scenario.Staff.Where(s => s.Away?.Invoke(now).Here ?? true).ToList();
        customer.Said = new Said(
            times.Median, times.Quantile(0.1), times.Quantile(_learning.Level(customer.Topic)),
            _estimators.Estimate(customer.Topic, ahead, here, now, _trueMean, _learning.MeanSeconds, _learning.GiveUpRate));
    }

    private void GiveUp(Customer customer, double now)
    {
        customer.Standing = Standing.Gone;
        _ghosts.Add(customer);
        _learning.Waited(new WaitEnd(now - customer.At, true));
        // Who gave up after the bound was not answered by then; who gave up before tells nothing.
        if (customer.Said is { } said && now - customer.At > said.Late)
            _learning.Resolved(customer.Topic, false);
    }

    private Dictionary<long, Wait>? Dispatch(double now, int plays)
    {
        if (_waiting.Count == 0)
        {
            AnswerGhostsOfIdle(now);
            return null;
        }
        var before = _waiting.Values.ToDictionary(c => c.Id, c => c.Reserved);
        var projected = Projection.Project(Queue(now), _learning.Model, new Random((int)(_options.Seed * 1_000_003L + _streams++ & int.MaxValue)), plays);
        foreach (var start in projected.Starts)
            Start(_waiting[start.Conversation], _desks[start.Agent], before, now);
        var waits = projected.Waits.ToDictionary(w => w.Conversation);
        foreach (var (id, wait) in waits)
            Tell(_waiting[id], wait, now);
        AnswerGhostsOfIdle(now);
        return waits;
    }

    private ProjectedQueue Queue(double now) => new(
        [
            .. _waiting.Values.Select(c => new Waiter(c.Id)
            {
                Topic = c.Topic, WaitedSeconds = now - c.At, Reserved = c.Reserved, Overtaken = c.Overtaken, Strict = _strict,
            }),
        ],
        [.. _desks.Values.Select(d => Answerer(d, now))])
    {
        Expected = _learning.Expected(Enumerable.Range(0, _scenario.Topics.Count).Select(t => (long)t), now),
    };

    private static Answerer Answerer(Desk desk, double now)
    {
        var shift = desk.Staff.Away?.Invoke(now) ?? new Shift(true, double.PositiveInfinity, false);
        return new Answerer(desk.Staff.Agent, desk.Staff.Capacity)
        {
            Running = desk.Running(now),
            Skills = desk.Staff.Skills,
            // Who comes is on the roster half an hour before.
            TakesNew = shift.Here || (shift.Known && shift.ChangesIn < 1800),
            ArrivesInSeconds = shift.Here ? 0 : shift.ChangesIn,
            LeavesInSeconds = shift is { Here: true, Known: true } ? shift.ChangesIn : double.PositiveInfinity,
            LastAssignedAt = (long)(desk.LastAssignedAt * 1000),
        };
    }

    private void Start(Customer customer, Desk desk, Dictionary<long, long?> reserved, double now)
    {
        _waiting.Remove(customer.Id);
        customer.Standing = Standing.Answered;
        customer.AnsweredBy = desk.Staff.Agent;
        customer.VirtualWait = now - customer.At;
        _ghosts.Answer(desk, customer, reserved[customer.Id] == desk.Staff.Agent, now);
        if (customer.Said is not null || customer.Shown is not null)
        {
            _learning.Waited(new WaitEnd(now - customer.At, false));
            if (customer.Said is { } said)
                _learning.Resolved(customer.Topic, customer.VirtualWait <= said.Late);
        }
        _estimators.Entered(now - customer.At);
        desk.Begin(customer, now);
        Foresee(desk);
    }

    private void Tell(Customer customer, Wait wait, double now)
    {
        customer.Overtaken = wait.Overtaken;
        if (wait.Reserved is { } agent && customer.Reserved != agent)
            _ghosts.Reserve(customer, _desks[agent]);
        customer.Reserved = wait.Reserved;
        customer.FirstNamed ??= wait.Reserved;
        if (wait.Times is null)
            return;
        var next = Announcements.Next(customer.Shown, wait.Times, _learning.Level(customer.Topic), (long)(now * 1000));
        if (next is not null && !ReferenceEquals(next, customer.Shown))
        {
            customer.Texts += next.SaysTheSame(customer.Shown) ? 0 : 1;
            customer.MovedLater |= next.LongerThanSaid;
        }
        customer.Shown = next;
        customer.FirstShown ??= next;
    }

    private void AnswerGhostsOfIdle(double now)
    {
        foreach (var desk in _desks.Values.Where(d => d.Load < d.Staff.Capacity && (d.Staff.Away?.Invoke(now).Here ?? true)))
            _ghosts.AnswerAll(desk, now);
    }

    private void Foresee(Desk desk)
    {
        if (desk.NextEnd is { } at)
            _events.Enqueue(new Happening(Kind.End, desk.Staff.Agent, desk.Version), at);
    }

    private enum Kind
    {
        Come,
        End,
        GiveUp,
        Shift,
        Forget,
    }

    private readonly record struct Happening(Kind Kind, long Id = 0, int Version = 0);
}
