using NUnit.Framework;
using SupportHub.Integration.Routing;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>Who missed the last push hears of it all the same, though a node that is alone asks nobody.</summary>
[OnBothEngines]
public sealed class HeadsTests(Engine engine) : WaitingWorld(engine)
{
    private const int Within = 2 * Protocol.HeadEveryMs / 1000;

    [SetUp]
    public async Task StartAlone()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await UntilAlone();
    }

    [Test]
    public async Task The_newest_entry_is_told_again_to_each_who_may_see_it()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var customer = await World.Visitor(Hub.Address);
        var id = await Asks(customer, 1);
        await customer.Next("Entries", p => Joined(p) is not null);
        await claire.Ask("Open", id);

        var said = (await customer.Ask("Send", new { conversation = id, session = 1, number = 2, body = "Still there?" })).GetProperty("seq").GetInt32();
        await Eventually(customer, "Head", p => Head(p) == said, Within);
        await Eventually(claire, "Head", p => Head(p) == said, Within);

        // What only agents see moves nothing for the customer, not even long after.
        await Pass(60);
        customer.Pushes.TakeAll("Head");
        var noted = (await claire.Ask("Note", new { conversation = id, session = 7, number = 1, body = "Waits." })).GetProperty("seq").GetInt32();
        await Eventually(claire, "Head", p => Head(p) == noted, Within);
        Assert.That(customer.Pushes.TakeAll("Head"), Is.Empty);
    }
}
