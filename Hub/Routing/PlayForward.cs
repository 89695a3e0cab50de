namespace SupportHub.Routing;

/// <summary>
/// Plays the queue forward many times: what runs ends after a drawn remaining time, who is free takes whom the rule (<see cref="Turns"/>)
/// says. Who gave up before is timed as if still there, and takes nobody's place. Others come meanwhile: they can be answered first.
/// </summary>
internal sealed class PlayForward
{
    private const int SlotBits = 20;
    private const double TicksPerSecond = 256;
    private const int CandidatesLater = 8;

    // In a large shop they add seconds to what takes half an hour, and would cost half as much as all the rest.
    private const int ComeAtMost = 200;

    private readonly Line _line;
    private readonly WaitModel _model;
    private readonly TimeCurve _curve;
    private readonly int _plays;
    private readonly (Turns Now, Turns Play) _turns;
    private readonly (Slots Now, Slots Play) _slots;
    private readonly Strata _strata;
    private readonly double[] _survival;
    private readonly double[] _topicFactor;
    private readonly double[] _hazard;
    private readonly double[] _cameAt;
    private readonly double _arrivals;
    private readonly float[] _waits;
    private readonly Heap _ends;
    private readonly int[] _idle;
    private int _idleCount;
    private int _play;
    private int _came;
    private int _left;
    private Dice _dice;

    public PlayForward(Line line, Turns turns, Slots slots, WaitModel model, int plays, Random stream)
    {
        (_line, _model, _curve, _plays) = (line, model, model.Times.Curve, plays);
        _dice = new Dice((ulong)stream.NextInt64());
        // In strict order who comes later changes nothing.
        _arrivals = Array.TrueForAll(line.Strict, strict => strict) ? 0 : line.Expected.Sum(e => e.PerSecond);
        var known = line.ClassOf.Length;
        // They matter only at the end of the line, where reservations are left for them.
        var room = _arrivals > 0 ? Math.Min(3 * slots.Count, ComeAtMost) : 0;
        _turns = (turns, new Turns(line, room));
        _slots = (slots, slots.Copy());
        _strata = new Strata(plays, slots.Count + known, ref _dice);
        _survival = new double[slots.Count];
        for (var s = 0; s < slots.Count; s++)
            _survival[s] = slots.StateOf(s) == Slots.State.Running ? _curve.Survival(-slots.StartedAt(s) / slots.Factor(s)) : 1;
        (_topicFactor, _hazard, _cameAt) = (new double[known + room], new double[known + room], new double[known + room]);
        for (var i = 0; i < known; i++)
        {
            _topicFactor[i] = model.Times.FactorOfTopic(line.NeedOf(i).Topic);
            _cameAt[i] = i < line.Count ? -line.Waiters[i].WaitedSeconds : 0;
            _hazard[i] = model.Patience.Hazard(-_cameAt[i]);
        }
        _waits = new float[known * plays];
        _ends = new Heap(slots.Count);
        _idle = new int[slots.Count];
    }

    /// <returns>Seconds, at waiter × plays + play; infinity where nobody ever comes.</returns>
    public float[] Run()
    {
        Array.Fill(_waits, float.PositiveInfinity);
        for (_play = 0; _play < _plays; _play++)
            PlayOnce();
        return _waits;
    }

    private void PlayOnce()
    {
        var (turns, slots) = (_turns.Play, _slots.Play);
        turns.CopyFrom(_turns.Now);
        slots.CopyFrom(_slots.Now);
        (_idleCount, _came, _left) = (0, 0, 0);
        DrawEnds();
        for (var i = 0; i < _line.ClassOf.Length; i++)
        {
            if (_line.AgentsOf[_line.ClassOf[i]].Length == 0)
                continue;
            if (i >= _line.Count)
                ComeNewcomer(i);
            else if (turns.Waits(i))
                _left++;
        }
        var nextCome = _arrivals > 0 ? _dice.Exponential() / _arrivals : double.PositiveInfinity;
        while (_left > 0 && _ends.Count > 0)
        {
            var top = _ends.Top;
            var (slot, at) = ((int)(top & ((1 << SlotBits) - 1)), (top >> SlotBits) / TicksPerSecond);
            if (nextCome <= at)
            {
                nextCome = Come(nextCome) ? nextCome + _dice.Exponential() / _arrivals : double.PositiveInfinity;
                continue;
            }
            var agent = slots.AgentOf[slot];
            if (at >= slots.LeavesIn[agent])
            {
                turns.Close(agent);
                _ends.RemoveTop();
            }
            else if (slots.Excess[agent] > 0)
            {
                slots.Excess[agent]--;
                _ends.RemoveTop();
            }
            else if (Take(agent, at) is var next and not Turns.Nobody)
            {
                _ends.ReplaceTop(Key(at + Begin(slot, agent, next, at), slot));
            }
            else
            {
                _ends.RemoveTop();
                slots.Rest(slot);
                _idle[_idleCount++] = slot;
            }
        }
    }

    private void DrawEnds()
    {
        var slots = _slots.Play;
        _ends.Clear();
        for (var s = 0; s < slots.Count; s++)
            switch (slots.StateOf(s))
            {
                case Slots.State.Running:
                    var age = -slots.StartedAt(s);
                    var total = slots.Factor(s) * _curve.At(_survival[s] * _strata.Draw(s, _play, ref _dice));
                    _ends.Add(Key(Math.Max(0, total - age), s));
                    break;
                case Slots.State.Taken:
                    _ends.Add(Key(slots.StartedAt(s), s));
                    break;
                case Slots.State.Idle:
                    if (slots.LeavesIn[slots.AgentOf[s]] > 0)
                        _idle[_idleCount++] = s;
                    break;
            }
        _ends.Order();
    }

    /// <summary>Who asks now is timed in the same plays, behind everyone, and takes nobody's place.</summary>
    private void ComeNewcomer(int i)
    {
        if (FreeFor(_line.ClassOf[i]) != Turns.Nobody)
        {
            _waits[i * _plays + _play] = 0;
            return;
        }
        Wait(i, _line.ClassOf[i], 0);
        _left++;
    }

    /// <returns>False when as many came as there is room for.</returns>
    private bool Come(double at)
    {
        var i = _line.ClassOf.Length + _came;
        if (i == _cameAt.Length)
            return false;
        _came++;
        var kind = _line.Count + Kind();
        var c = _line.ClassOf[kind];
        (_cameAt[i], _topicFactor[i]) = (at, _topicFactor[kind]);
        if (FreeFor(c) is var free and not Turns.Nobody)
        {
            var slot = _idle[free];
            _idle[free] = _idle[--_idleCount];
            _ends.Add(Key(at + Begin(slot, _slots.Play.AgentOf[slot], i, at), slot));
            _ends.Rise();
            return true;
        }
        Wait(i, c, at);
        return true;
    }

    private void Wait(int i, int c, double at)
    {
        _turns.Play.Join(i, c);
        if (!_line.Strict[c] && Reservations.Soonest(_line, _turns.Play, _slots.Play, c, at, CandidatesLater, i) is var agent and not Turns.Nobody)
            _turns.Play.Reserve(i, agent);
    }

    private int Kind()
    {
        var at = _dice.Unit() * _arrivals;
        for (var e = 0; e < _line.Expected.Count - 1; e++)
            if ((at -= _line.Expected[e].PerSecond) <= 0)
                return e;
        return _line.Expected.Count - 1;
    }

    /// <summary>Where in the list of idle slots there is one for this class.</summary>
    private int FreeFor(int c)
    {
        for (var k = 0; k < _idleCount; k++)
            if (_line.Answers[_slots.Play.AgentOf[_idle[k]] * _line.Classes + c])
                return k;
        return Turns.Nobody;
    }

    private int Take(int agent, double at)
    {
        var turns = _turns.Play;
        while (turns.NextFor(agent) is var i and not Turns.Nobody)
        {
            var known = _line.ClassOf.Length;
            if (i < known)
            {
                _waits[i * _plays + _play] = (float)at;
                _left--;
            }
            var newcomer = i >= _line.Count && i < known;
            var leaves = newcomer || _model.Patience.Hazard(at - _cameAt[i]) - _hazard[i] > _dice.Exponential();
            var opened = leaves ? turns.Leave(i) : turns.Start(i, agent);
            if (opened != Turns.Nobody)
                turns.PassOn(opened);
            if (!leaves)
                return i;
        }
        return Turns.Nobody;
    }

    /// <returns>How long it will take.</returns>
    private double Begin(int slot, int agent, int i, double at)
    {
        var factor = _slots.Play.AgentFactor[agent] * _topicFactor[i];
        _slots.Play.Begin(slot, at, factor);
        var survival = i < _line.ClassOf.Length ? _strata.Draw(_slots.Play.Count + i, _play, ref _dice) : _dice.Unit();
        return factor * _curve.At(survival);
    }

    private static long Key(double at, int slot) => ((long)(Math.Min(at, 1e8) * TicksPerSecond) << SlotBits) | (uint)slot;
}
