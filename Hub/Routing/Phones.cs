namespace SupportHub.Routing;

/// <summary>Whoever is on the phone has nobody else until the call is over, and whoever is asked to call is asked by one customer at a time. Pure.</summary>
public static class Phones
{
    /// <param name="calling">The agents whose phone rings, or who talk.</param>
    /// <param name="asked">The agents at whom somebody rings who wants to be called.</param>
    public static IReadOnlyList<Answerer> Occupied(IReadOnlyList<Answerer> answerers, IReadOnlySet<long> calling, IReadOnlySet<long> asked) =>
        calling.Count + asked.Count == 0 ? answerers : [.. answerers.Select(a =>
            calling.Contains(a.Agent) ? With(a, a.Capacity, PhoneUse.Busy)
            // The offer itself takes the last place.
            : asked.Contains(a.Agent) ? With(a, a.Capacity - 1, PhoneUse.Asked)
            : a)];

    /// <summary>The places that are left are taken for as long as the youngest conversation, which is the call.</summary>
    private static Answerer With(Answerer answerer, int places, PhoneUse phone)
    {
        if (answerer.Running.Count >= places)
            return answerer with { Phone = phone };
        var call = answerer.Running.Where(r => r.WrapUpSeconds is null).DefaultIfEmpty(new Running(null, 0)).MinBy(r => r.ElapsedSeconds);
        return answerer with { Phone = phone, Running = [.. answerer.Running, .. Enumerable.Repeat(call, places - answerer.Running.Count)] };
    }
}
