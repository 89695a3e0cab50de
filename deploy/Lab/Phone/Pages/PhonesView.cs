using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Pages;

/// <summary>What the page shows.</summary>
/// <param name="Troubles">Requests to the hub that came to nothing.</param>
/// <param name="Now">In the zone of this machine.</param>
public sealed record PhonesView(PhoneWords Words, IReadOnlyList<HandsetView> Handsets, Faults Faults, IReadOnlyList<string> Troubles, bool WrongNumber, DateTimeOffset Now)
{
    public IEnumerable<HandsetView> Ringing => Handsets.Where(handset => handset.Rings);

    /// <summary>A name where there is one.</summary>
    public string NameOf(string number) => Handsets.FirstOrDefault(handset => handset.Handset.Number == number)?.Handset.Name ?? number;
}

/// <param name="Live">The call that it rings or talks with.</param>
/// <param name="Last">The latest that is over.</param>
public sealed record HandsetView(Handset Handset, Call? Live, Call? Last)
{
    public bool Rings => Live is { Status: "ringing" };

    public string Name => Handset.Name ?? Handset.Number;

    public string Id => $"p{Handset.Number[1..]}";

    /// <summary>What was said in the call that is on, or else in the last one.</summary>
    public IReadOnlyList<Heard> Heard => (Live ?? Last)?.Said ?? [];
}
