namespace SupportHub.Load.Waiting;

/// <summary>Those who gave up, timed as if they had stayed: by the same rule, without taking anybody's place.</summary>
internal sealed class Ghosts
{
    private readonly List<Customer> _all = [];

    public void Add(Customer customer) => _all.Add(customer);

    /// <summary>The reservation that a customer gets now, somebody ahead who gave up would have had.</summary>
    public void Reserve(Customer customer, Desk desk)
    {
        if (_all.Find(g => g.Reserved is null && g.At < customer.At && desk.Can(g)) is { } ghost)
            ghost.Reserved = desk.Staff.Agent;
    }

    /// <summary>An agent begins with a customer: a ghost who held the agent's reservation, or was ahead where none counted, would have been taken.</summary>
    /// <param name="reserved">Whether the customer held it.</param>
    public void Answer(Desk desk, Customer customer, bool reserved, double now) =>
        Answer(desk, now, g => g.Reserved == desk.Staff.Agent || (!reserved && g.At < customer.At));

    /// <summary>An agent is free, and nobody waits.</summary>
    public void AnswerAll(Desk desk, double now) => Answer(desk, now, _ => true);

    private void Answer(Desk desk, double now, Func<Customer, bool> which)
    {
        for (var g = _all.Count - 1; g >= 0; g--)
            if (desk.Can(_all[g]) && which(_all[g]))
            {
                _all[g].VirtualWait = now - _all[g].At;
                _all.RemoveAt(g);
            }
    }
}
