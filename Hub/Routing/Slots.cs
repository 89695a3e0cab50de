namespace SupportHub.Routing;

/// <summary>The agents' places, one by one, with what occupies each. Times are seconds from now: what runs began before 0.</summary>
internal sealed class Slots
{
    private readonly WaitModel _model;
    private readonly double[] _startedAt;
    private readonly double[] _factor;
    private readonly State[] _state;

    /// <param name="begun">Who starts now, and whose conversation rings, by index of waiter and agent.</param>
    public Slots(Line line, WaitModel model, IReadOnlyList<(int Waiter, int Agent)> begun)
    {
        _model = model;
        var answerers = line.Answerers;
        var mine = begun.ToLookup(b => b.Agent, b => b.Waiter);
        AgentFactor = [.. answerers.Select(a => model.Times.FactorOfAgent(a.Agent))];
        Excess = new int[answerers.Count];
        First = new int[answerers.Count + 1];
        List<(int Agent, double StartedAt, double Factor, State State)> slots = [];
        for (var a = 0; a < answerers.Count; a++)
        {
            foreach (var running in answerers[a].Running)
                slots.Add(running.WrapUpSeconds is { } left
                    ? (a, left, 1, State.Taken)
                    : (a, -running.ElapsedSeconds, AgentFactor[a] * model.Times.FactorOfTopic(running.Topic), State.Running));
            foreach (var waiter in mine[a])
                slots.Add((a, 0, AgentFactor[a] * model.Times.FactorOfTopic(line.Waiters[waiter].Topic), State.Running));
            Excess[a] = Math.Max(0, slots.Count - First[a] - answerers[a].Capacity);
            if (answerers[a].TakesNew)
                while (slots.Count - First[a] < answerers[a].Capacity)
                    slots.Add((a, answerers[a].ArrivesInSeconds, 1, answerers[a].ArrivesInSeconds > 0 ? State.Taken : State.Idle));
            First[a + 1] = slots.Count;
        }
        AgentOf = [.. slots.Select(s => s.Agent)];
        _startedAt = [.. slots.Select(s => s.StartedAt)];
        _factor = [.. slots.Select(s => s.Factor)];
        _state = [.. slots.Select(s => s.State)];
        LeavesIn = [.. answerers.Select(a => a.TakesNew ? a.LeavesInSeconds : double.NegativeInfinity)];
    }

    private Slots(Slots other)
    {
        _model = other._model;
        (AgentFactor, First, AgentOf, LeavesIn) = (other.AgentFactor, other.First, other.AgentOf, other.LeavesIn);
        (Excess, _startedAt, _factor, _state) = ([.. other.Excess], [.. other._startedAt], [.. other._factor], [.. other._state]);
    }

    public enum State : byte
    {
        Running,

        /// <summary>Free, and nobody waits for this agent.</summary>
        Idle,

        /// <summary>Until a known time: the last conversation is written up, or the agent is not here yet.</summary>
        Taken,
    }

    public int Count => AgentOf.Length;

    public int[] AgentOf { get; }

    /// <summary>Agent to the first of that agent's slots.</summary>
    public int[] First { get; }

    public double[] AgentFactor { get; }

    /// <summary>Per agent: when no new conversation is taken any more. Before everything for who takes none now.</summary>
    public double[] LeavesIn { get; }

    /// <summary>Per agent: how many conversations must end before the next one is taken.</summary>
    public int[] Excess { get; }

    public Slots Copy() => new(this);

    public void CopyFrom(Slots other)
    {
        Array.Copy(other.Excess, Excess, Excess.Length);
        Array.Copy(other._startedAt, _startedAt, Count);
        Array.Copy(other._factor, _factor, Count);
        Array.Copy(other._state, _state, Count);
    }

    public State StateOf(int slot) => _state[slot];

    /// <summary>When what runs began; of a taken one, when it is free.</summary>
    public double StartedAt(int slot) => _startedAt[slot];

    public double Factor(int slot) => _factor[slot];

    public void Begin(int slot, double at, double factor) => (_state[slot], _startedAt[slot], _factor[slot]) = (State.Running, at, factor);

    public void Rest(int slot) => _state[slot] = State.Idle;

    /// <summary>
    /// When this agent can be expected to have taken <paramref name="own"/> others and be free again, seconds from now. What ends is
    /// taken as independent: the first of several ends at the rate of all of them together.
    /// </summary>
    public double ExpectedFree(int agent, int own, double now)
    {
        double rate = 0;
        for (var slot = First[agent]; slot < First[agent + 1]; slot++)
            rate += 1 / Math.Max(1, Remaining(slot, now));
        var free = now + (own + 1 + Excess[agent]) / rate;
        return free <= LeavesIn[agent] ? free : double.PositiveInfinity;
    }

    private double Remaining(int slot, double now) => _state[slot] switch
    {
        State.Running => _factor[slot] * _model.Times.Curve.MeanRemaining((now - _startedAt[slot]) / _factor[slot]),
        State.Taken => _startedAt[slot] - now,
        _ => 0,
    };
}
