namespace SupportHub.Routing;

/// <summary>The agents who have a phone, as whoever places the calls knows it.</summary>
public sealed class Callers
{
    private volatile IReadOnlySet<long> _agents = new HashSet<long>();

    public IReadOnlySet<long> Agents
    {
        get => _agents;
        set => _agents = value;
    }
}
