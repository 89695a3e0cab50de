using System.Net;
using System.Net.Sockets;
using NUnit.Framework;

namespace SupportHub.Tests.Startup;

public sealed class RefusedStarts
{
    [TestCase("--Storge:Folder=x", "There is no setting \"Storge\"; did you mean \"Storage\"?")]
    [TestCase("--Storage:Postgres=nonsense", "\"Storage:Postgres\" is not a connection string")]
    [TestCase("--Limits:ConnectionsPerVisitor=many", "\"Limits:ConnectionsPerVisitor\" cannot be read as a whole number")]
    [TestCase("--Storage:Folder=/dev/null/here", "may not write in the folder /dev/null/here")]
    [TestCase("--urls=nonsense", "\"urls\" is not an address")]
    public Task What_cannot_be_is_said_in_one_sentence(string setting, string sentence) => Refused(sentence, setting);

    [Test]
    public async Task A_port_that_is_taken_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        await Refused($"{address} is used by another program already", $"--urls={address}");
    }

    [Test]
    public async Task A_database_that_refuses_is_not_waited_for()
    {
        using var database = await TestDatabase.Create(Engine.Postgres);
        var other = System.Text.RegularExpressions.Regex.Replace(database.Postgres!, "Database=[^;]+", "Database=nowhere");

        await Refused("The database refuses", $"--Storage:Postgres={other}");
    }

    private static async Task Refused(string sentence, params string[] settings)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var hub = await HubProcess.Start(settings);
        });

        Assert.That(failure!.Message, Does.Contain(sentence).And.Contain("ended before").And.Not.Contain("   at SupportHub").And.Not.Contain("Unhandled exception"));
    }
}
