using SupportHub.Routing;

namespace SupportHub.Load.Waiting;

/// <summary>An agent of a simulated day. Conversations go on at a pace that depends on how many there are.</summary>
internal sealed class Desk(Staff staff, Scenario scenario)
{
    private readonly List<Chat> _chats = [];
    private double _at;

    public Staff Staff => staff;
    public double LastAssignedAt { get; private set; }

    /// <summary>Grows with each change; an end that was foreseen before is void.</summary>
    public int Version { get; private set; }
    public int Load => _chats.Count;

    public bool Can(Customer customer) => staff.Skills.Level(customer.Topic) is not null;

    public IReadOnlyList<Running> Running(double now) => [.. _chats.Select(c => new Running(c.Customer.Topic, now - c.Since))];

    public double? NextEnd => _chats.Count == 0 ? null : _at + _chats.Min(c => c.Left) / Pace;

    private double Pace => scenario.Pace[_chats.Count - 1] / staff.Pace;

    public void Begin(Customer customer, double now)
    {
        Advance(now);
        _chats.Add(new Chat(customer, now) { Left = customer.Work });
        LastAssignedAt = now;
        Version++;
    }

    /// <summary>Ends the one whose time has come.</summary>
    public HandleTime End(double now)
    {
        Advance(now);
        var ended = _chats.MinBy(c => c.Left)!;
        _chats.Remove(ended);
        Version++;
        var seconds = now - ended.Since;
        return new HandleTime(staff.Agent, ended.Customer.Topic, seconds, seconds > 0 ? ended.Full / seconds : 1);
    }

    private void Advance(double now)
    {
        if (_chats.Count > 0)
        {
            var done = (now - _at) * Pace;
            foreach (var chat in _chats)
            {
                chat.Left -= done;
                chat.Full += _chats.Count >= staff.Capacity ? now - _at : 0;
            }
        }
        _at = now;
    }

    private sealed class Chat(Customer customer, double since)
    {
        public Customer Customer => customer;
        public double Since => since;
        public double Left { get; set; }
        public double Full { get; set; }
    }
}
