using System.Net;
using NUnit.Framework;

namespace SupportHub.Unit;

public sealed class NetworkTests
{
    [TestCase("192.0.2.7", "192.0.2.7")]
    [TestCase("::ffff:192.0.2.7", "192.0.2.7")]
    public void An_address_counts_for_itself(string address, string network) =>
        Assert.That(Network.Of(IPAddress.Parse(address)), Is.EqualTo(network));

    [Test]
    public void A_subscribers_IPv6_network_counts_as_one() =>
        Assert.That(
            Network.Of(IPAddress.Parse("2001:db8:1:2::1")),
            Is.EqualTo(Network.Of(IPAddress.Parse("2001:db8:1:2:ffff::9"))).And.Not.EqualTo(Network.Of(IPAddress.Parse("2001:db8:1:3::1"))));
}
