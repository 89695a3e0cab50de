using System.Net;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Realtime;

public sealed class NewVisitorTests
{
    [Test]
    public async Task One_address_makes_so_many_visitors_in_a_minute_and_those_go_on()
    {
        using var database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(database, capacity: 1, "Claire");
        await using var hub = await InProcessHub.Start(database, null, "--Limits:NewVisitorsPerMinute=2");
        var first = await World.Token(hub.Address);
        await World.Token(hub.Address);

        Assert.That(async () => await World.Token(hub.Address), Throws.TypeOf<HttpRequestException>().With.Property(nameof(HttpRequestException.StatusCode)).EqualTo(HttpStatusCode.TooManyRequests));
        await using var visitor = await World.Visitor(hub.Address, first);
    }
}
