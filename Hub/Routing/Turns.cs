namespace SupportHub.Routing;

/// <summary>
/// The rule: whom a freed agent answers, and for whom an agent is reserved. The same state and the same code decide who starts now and
/// what happens in each play. A freed agent takes, in this order: who was overtaken too often; the own reserved customer; the head of the line.
/// </summary>
internal sealed class Turns
{
    public const int Nobody = -1;

    // Strict order: gets no reservation that is passed on.
    private const int NotNamed = -2;

    private readonly Line _line;
    private readonly int _classes;
    private readonly int[] _head, _tail, _unnamed, _starts, _startsAhead, _open, _bound;
    private readonly int[] _class, _next, _reserved, _startedBy, _overtaken;
    private readonly bool[] _gone;

    // At (agent + 1) × classes + class, 1 where the agent answers the class; nobody answers none.
    private readonly byte[] _answered;
    private readonly int[] _own, _ownFirst, _ownCount, _places;

    /// <param name="room">For how many who come during a play.</param>
    public Turns(Line line, int room = 0)
    {
        _line = line;
        _classes = line.Classes;
        (_head, _tail, _unnamed) = (Filled(_classes, Nobody), Filled(_classes, Nobody), Filled(_classes, Nobody));
        (_starts, _startsAhead) = (new int[_classes], new int[_classes]);
        // Simulated (tests/Load, waiting), with 8 places: after 2 rounds of everybody's places 95 of 100 wait up to 13 % longer than in strict
        // order; after 1, too few are answered by whom they were told. That who waits longer than was announced goes before every reservation was
        // tried as well: it takes 2 to 7 % off that tail, and of 100 agents named 45 to 69 answer instead of 70 to 78.
        _bound = [.. line.Places.Select((places, c) => line.Strict[c] ? 0 : Math.Max(1, places * 3 / 2))];
        var size = line.ClassOf.Length + room;
        (_class, _next, _reserved) = (new int[size], Filled(size, Nobody), Filled(size, Nobody));
        (_startedBy, _overtaken, _gone) = (Filled(size, Nobody), new int[size], new bool[size]);
        line.ClassOf.CopyTo(_class, 0);
        _answered = [.. new byte[_classes], .. line.Answers.Select(answers => (byte)(answers ? 1 : 0))];
        _places = [.. line.Answerers.Select(a => a.TakesNew ? a.Capacity : 0)];
        _ownCount = new int[_places.Length];
        _ownFirst = new int[_places.Length];
        for (var a = 1; a < _places.Length; a++)
            _ownFirst[a] = _ownFirst[a - 1] + _places[a - 1];
        _own = new int[_places.Sum()];
        _open = [.. line.Places];
        for (var i = 0; i < line.Count; i++)
            if (line.Waiters[i].OfferedTo is null)
                Join(i, _class[i]);
            else
                _gone[i] = true;
        InheritOvertaken();
    }

    /// <summary>How many reservations this class's agents could still give.</summary>
    public int Open(int c) => _open[c];

    public bool Waits(int i) => !_gone[i];

    public int ReservedFor(int i) => _reserved[i];

    public bool IsOpen(int agent) => _ownCount[agent] < _places[agent];

    public int Own(int agent) => _ownCount[agent];

    /// <summary>Starts again from how the other one is now.</summary>
    public void CopyFrom(Turns other)
    {
        Copy(other._head, _head);
        Copy(other._tail, _tail);
        Copy(other._unnamed, _unnamed);
        Copy(other._starts, _starts);
        Copy(other._startsAhead, _startsAhead);
        Copy(other._open, _open);
        Copy(other._next, _next);
        Copy(other._reserved, _reserved);
        Copy(other._startedBy, _startedBy);
        Copy(other._overtaken, _overtaken);
        Copy(other._own, _own);
        Copy(other._ownCount, _ownCount);
        Copy(other._places, _places);
        Array.Copy(other._gone, _gone, other._gone.Length);
    }

    /// <summary>Somebody comes, behind everyone who is there.</summary>
    public void Join(int i, int c)
    {
        _class[i] = c;
        (_next[i], _reserved[i], _startedBy[i], _gone[i]) = (Nobody, _line.Strict[c] ? NotNamed : Nobody, Nobody, false);
        if (_tail[c] != Nobody)
            _next[_tail[c]] = i;
        _tail[c] = i;
        if (_unnamed[c] == Nobody)
            _unnamed[c] = i;
        if (_head[c] == Nobody)
            (_head[c], _startsAhead[c]) = (i, _starts[c]);
    }

    /// <summary>Whom this agent answers if free now; nobody if no one waits whom he or she can answer.</summary>
    public int NextFor(int agent)
    {
        int first = int.MaxValue, urgent = int.MaxValue;
        foreach (var c in _line.ClassesOf[agent])
        {
            var head = Head(c);
            if (head == Nobody)
                continue;
            first = Math.Min(first, head);
            if (_overtaken[head] + _starts[c] - _startsAhead[c] >= _bound[c])
                urgent = Math.Min(urgent, head);
        }
        if (urgent != int.MaxValue)
            return urgent;
        var own = FirstOwn(agent);
        return own != Nobody ? own : first == int.MaxValue ? Nobody : first;
    }

    /// <summary>The agent answers this one.</summary>
    /// <returns>The agent who had a reservation for this one, and now has none.</returns>
    public int Start(int i, int agent)
    {
        _startedBy[i] = agent;
        foreach (var c in _line.ClassesOf[agent])
        {
            _starts[c]++;
            if (i < _head[c])
                _startsAhead[c]++;
        }
        return Leave(i);
    }

    /// <summary>This one gave up.</summary>
    /// <returns>As <see cref="Start"/>.</returns>
    public int Leave(int i)
    {
        _gone[i] = true;
        var agent = _reserved[i];
        if (agent < 0)
            return Nobody;
        var own = _own.AsSpan(_ownFirst[agent], _ownCount[agent]);
        own[own.IndexOf(i)] = own[^1];
        _ownCount[agent]--;
        Opened(agent, 1);
        return agent;
    }

    public void Reserve(int i, int agent)
    {
        _reserved[i] = agent;
        _own[_ownFirst[agent] + _ownCount[agent]++] = i;
        Opened(agent, -1);
    }

    /// <summary>This agent's freed reservation goes to the first in line who has none.</summary>
    public void PassOn(int agent)
    {
        while (IsOpen(agent))
        {
            var first = int.MaxValue;
            foreach (var c in _line.ClassesOf[agent])
                if (Unnamed(c) is var unnamed and not Nobody && unnamed < first)
                    first = unnamed;
            if (first == int.MaxValue)
                return;
            Reserve(first, agent);
        }
    }

    /// <summary>The agent takes nobody any more: the reservations are gone, and those who held them are the next to get one.</summary>
    public void Close(int agent)
    {
        Opened(agent, _ownCount[agent] - _places[agent]);
        foreach (var i in _own.AsSpan(_ownFirst[agent], _ownCount[agent]))
        {
            var c = _class[i];
            _reserved[i] = _line.Strict[c] ? NotNamed : Nobody;
            if (_unnamed[c] == Nobody || i < _unnamed[c])
                _unnamed[c] = i;
        }
        (_ownCount[agent], _places[agent]) = (0, 0);
    }

    /// <summary>Whom the agent answers next where order is strict, if nobody is reserved for that customer yet.</summary>
    public int FirstUnnamedInStrictOrder(int agent)
    {
        var first = int.MaxValue;
        foreach (var c in _line.ClassesOf[agent])
        {
            var i = _line.Strict[c] ? Head(c) : Nobody;
            while (i != Nobody && (_gone[i] || _reserved[i] != NotNamed))
                i = _next[i];
            if (i != Nobody)
                first = Math.Min(first, i);
        }
        return first == int.MaxValue ? Nobody : first;
    }

    private void Opened(int agent, int count)
    {
        foreach (var c in _line.ClassesOf[agent])
            _open[c] += count;
    }

    private int FirstOwn(int agent)
    {
        var first = int.MaxValue;
        foreach (var i in _own.AsSpan(_ownFirst[agent], _ownCount[agent]))
            first = Math.Min(first, i);
        return first == int.MaxValue ? Nobody : first;
    }

    /// <summary>
    /// The first of a class who still waits. What it was overtaken by since is what its agents started, less what was ahead of it; so no
    /// start has to touch everyone who waits.
    /// </summary>
    public int Head(int c)
    {
        var head = _head[c];
        while (head != Nobody && _gone[head])
        {
            var next = _next[head];
            if (next != Nobody)
                _startsAhead[c] += StartedFor(c, _startedBy.AsSpan(head, next - head));
            head = next;
        }
        return _head[c] = head;
    }

    private int StartedFor(int c, ReadOnlySpan<int> startedBy)
    {
        var count = 0;
        foreach (var agent in startedBy)
            count += _answered[(agent + 1) * _classes + c];
        return count;
    }

    private int Unnamed(int c)
    {
        var unnamed = _unnamed[c];
        while (unnamed != Nobody && (_gone[unnamed] || _reserved[unnamed] != Nobody))
            unnamed = _next[unnamed];
        return _unnamed[c] = unnamed;
    }

    /// <summary>Only heads are looked at; so whoever is ahead of an overtaken one, by priority, is as urgent.</summary>
    private void InheritOvertaken()
    {
        var most = new int[_classes];
        for (var i = _line.Count - 1; i >= 0; i--)
            _overtaken[i] = most[_class[i]] = Math.Max(most[_class[i]], _line.Waiters[i].Overtaken);
    }

    private static int[] Filled(int size, int value)
    {
        var array = new int[size];
        Array.Fill(array, value);
        return array;
    }

    private static void Copy(int[] from, int[] to) => Array.Copy(from, to, from.Length);
}
