using System.Text.Json;
using NUnit.Framework;
using SupportHub.Integration.Routing;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

/// <summary>The agents' lists, while customers write and colleagues come.</summary>
[OnBothEngines]
public sealed class LinesTests(Engine engine) : WaitingWorld(engine)
{
    [Test]
    public async Task What_is_said_is_in_the_list_at_once_and_what_follows_on_its_heels_within_the_second()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await using var customer = await World.Visitor(Hub.Address);
        var id = await Answered(customer, 1);

        // Until no line of it went out lately: the first messages may come together with what the queue still had to tell.
        var number = 1;
        do
        {
            Assert.That(++number, Is.LessThan(20), "never at once");
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
        while (!await IsInTheList());

        number++;
        Assert.That(await IsInTheList(), Is.False, "a line for each message");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await claire.Next("Summary", s => s.GetProperty("preview").GetString() == $"message {number}");

        async Task<bool> IsInTheList()
        {
            var body = $"message {number}";
            await customer.Ask("Send", new { conversation = id, session = 1, number, body });
            // What was pushed before is there before the answer.
            await claire.Ask("Hello", new { version = 1 });
            return claire.Pushes.Held("Summary").Any(s => s.GetProperty("preview").GetString() == body);
        }
    }

    [Test]
    public async Task A_colleague_who_comes_is_told_at_once_and_those_who_come_next_together()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await Eventually(claire, "Agents", agents => Here(agents) == 1);
        Clock.Advance(TimeSpan.FromSeconds(1));
        claire.Pushes.TakeAll("Agents");

        await using var arnaud = await World.Agent(Hub, 2);
        await using var helene = await World.Agent(Hub, 3);

        // What was pushed before is there before the answer.
        await claire.Ask("Hello", new { version = 1 });
        Assert.That(claire.Pushes.Held("Agents").Select(Here), Is.EqualTo([2]));
        await Eventually(claire, "Agents", agents => Here(agents) == 3);

        static int Here(JsonElement agents) => agents.GetProperty("agents").EnumerateArray().Count(a => a.GetProperty("connected").GetBoolean());
    }
}
