using System.Text.Json;
using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Integration.Realtime;
using SupportHub.Routing;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Routing;

/// <summary>What people who wait are told does not depend on the machine's clock being right.</summary>
[OnBothEngines]
public sealed class ClockTests(Engine engine) : WaitingWorld(engine)
{
    [Test]
    public async Task A_clock_that_jumps_loses_no_place_and_tells_no_absurd_wait()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        await using var claire = await World.Agent(Hub, 1);
        await using var busy = await World.Visitor(Hub.Address);
        var answered = await Answered(busy, 1);
        List<RawSignalR> line = [await World.Visitor(Hub.Address), await World.Visitor(Hub.Address)];
        try
        {
            foreach (var (customer, place) in line.Select((c, at) => (c, at + 1)))
            {
                await Asks(customer, place + 1);
                await Told(customer, place);
            }

            Clock.AdjustTime(Clock.GetUtcNow().AddHours(1));
            await Comes(line, place: 3);
            Clock.AdjustTime(Clock.GetUtcNow().AddHours(-1));
            await Comes(line, place: 4);
            // An hour is what nobody hears from us if ages are counted by a clock that was set back.
            foreach (var customer in line)
                await Eventually(customer, "Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("said").GetString() == "refresh", seconds: 300);

            foreach (var next in line)
            {
                await claire.Ask("Resolve", new { conversation = answered, outcome = "solved" });
                answered = (await Eventually(next, "Entries", p => Joined(p) == "Claire")).GetProperty("conversation").GetInt64();
            }
            foreach (var customer in line)
                AllSane(customer);
        }
        finally
        {
            foreach (var customer in line)
                await customer.DisposeAsync();
        }
    }

    [Test]
    public async Task What_is_told_before_a_round_decides_is_dated_as_the_question_so_that_it_never_replaces_what_a_round_decides()
    {
        Hub = await InProcessHub.Start(Store, Clock);
        var asked = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var row = new OpenConversation { State = new Conversation { Id = 7, SiteId = 1, TopicId = World.Topic, Status = ConversationStatus.Waiting, WaitingSince = asked } };
        var wait = new Wait(0, new Need(World.Topic, "en"), 3, null, [1], 0, WaitDistribution.Of(Enumerable.Range(1, 100).Select(s => s * 6f)));

        var preview = Hub.Get<CardDesk>().Preview(row, wait, level: 0.9, asked + 400);
        Assert.That((preview.At, preview.Place, preview.Said), Is.EqualTo((asked, 3, (HoldKind?)HoldKind.Team)));
        Assert.That(preview.Text, Does.Contain("3rd"));
        Hub.Get<CardDesk>().Tell(row, wait, level: 0.9, asked + 300);
        Assert.That(Hub.Get<WaitingCards>().Find(7)!.At, Is.GreaterThan(preview.At), "although it was decided before the preview was made");
    }

    private async Task Comes(List<RawSignalR> line, int place)
    {
        var customer = await World.Visitor(Hub.Address);
        line.Add(customer);
        await Asks(customer, place + 1);
        await Told(customer, place);
    }

    private async Task Told(RawSignalR customer, int place) =>
        await Eventually(customer, "Waiting", p => p.TryGetProperty("card", out var c) && c.GetProperty("place").GetInt32() == place && c.TryGetProperty("toMinutes", out _));

    /// <summary>No card that was ever pushed says less than a minute or more than an hour, and no entry is dated before the one before it.</summary>
    private static void AllSane(RawSignalR customer)
    {
        var pushes = customer.Frames.Select(f => JsonElement.Parse(f)).Where(f => f.TryGetProperty("arguments", out _)).Select(f => f.GetProperty("arguments")[0]).ToList();
        foreach (var card in pushes.Where(p => p.TryGetProperty("card", out _)).Select(p => p.GetProperty("card")).Where(c => c.TryGetProperty("toMinutes", out _)))
        {
            Assert.That(card.GetProperty("fromMinutes").GetInt32(), Is.InRange(1, card.GetProperty("toMinutes").GetInt32()));
            Assert.That(card.GetProperty("toMinutes").GetInt32(), Is.InRange(1, 60));
            Assert.That(card.GetProperty("text").GetString(), Does.Not.Contain("-"));
        }
        Assert.That(pushes.Where(p => p.TryGetProperty("entries", out _)).SelectMany(p => p.GetProperty("entries").EnumerateArray()).Select(e => e.GetProperty("at").GetInt64()), Is.Ordered);
    }
}
