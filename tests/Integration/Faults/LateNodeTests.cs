using NUnit.Framework;
using SupportHub.Integration.Routing;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Faults;

/// <summary>A second hub on the database of one that has long been alone, and nothing that carries word between them.</summary>
public sealed class LateNodeTests() : WaitingWorld(Engine.Postgres)
{
    [Test]
    public async Task What_is_written_there_is_told_here()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await UntilAlone();
        var token = await World.Token(Hub.Address);
        await using var here = await World.Visitor(Hub.Address, token);
        await using var claire = await World.Agent(Hub, 1);
        var id = await Answered(here, 1);
        await claire.Ask("Open", id);

        await using var late = await InProcessHub.Start(Store, Clock);
        await using var there = await World.Visitor(late.Address, token);
        var said = (await there.Ask("Send", new { conversation = id, session = 2, number = 1, body = "From there" })).GetProperty("seq").GetInt32();
        foreach (var line in new[] { here, claire })
            Assert.That(Head(await Eventually(line, "Head", p => Head(p) >= said, 2 * Protocol.HeadEveryMs / 1000)), Is.EqualTo(said));
    }
}
