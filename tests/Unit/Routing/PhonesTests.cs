using NUnit.Framework;
using SupportHub.Routing;

namespace SupportHub.Unit.Routing;

public sealed class PhonesTests
{
    private static readonly Answerer Claire = new(1, 3) { Running = [new Running(7, 300), new Running(8, 20)] };
    private static readonly Answerer Arnaud = new(2, 3);

    [Test]
    public void Who_is_on_the_phone_has_no_place_left_until_the_call_is_over()
    {
        var occupied = Phones.Occupied([Claire, Arnaud], new HashSet<long> { 1 }, new HashSet<long>());
        Assert.That(occupied[0].Running, Is.EqualTo(new[] { new Running(7, 300), new Running(8, 20), new Running(8, 20) }));
        Assert.That(occupied[1], Is.SameAs(Arnaud));
        Assert.That(occupied.Select(a => a.Phone), Is.EqualTo(new[] { PhoneUse.Busy, PhoneUse.Free }));
    }

    [Test]
    public void Who_is_asked_to_call_is_asked_by_one_customer_at_a_time()
    {
        var occupied = Phones.Occupied([Claire, Arnaud], new HashSet<long>(), new HashSet<long> { 1, 2 });
        Assert.That(occupied.Select(a => a.Capacity - a.Running.Count), Is.EqualTo(new[] { 1, 1 }), "the offer takes the last place");
    }

    [Test]
    public void Without_calls_nothing_changes()
    {
        IReadOnlyList<Answerer> all = [Claire, Arnaud];
        Assert.That(Phones.Occupied(all, new HashSet<long>(), new HashSet<long>()), Is.SameAs(all));
    }
}
