using NUnit.Framework;
using SupportHub.Storage;

namespace SupportHub.Tests.Running;

[OnBothEngines]
public sealed class Starting(Engine engine)
{
    [Test]
    public async Task The_hub_starts_on_an_empty_database_and_again_after_it_was_killed()
    {
        using var database = await TestDatabase.Empty(engine);
        await using var hub = await HubProcess.Start(database.Arguments);
        var first = await hub.Pid;

        await hub.Restart();

        Assert.That(await hub.Pid, Is.Not.EqualTo(first));
        using var http = new HttpClient();
        using var answer = await http.GetAsync(hub.Address);
        Assert.That((int)answer.StatusCode, Is.LessThan(500), hub.Log);
    }

    [Test]
    public async Task Its_tables_are_there_once_it_runs()
    {
        using var database = await TestDatabase.Empty(engine);
        await using var hub = await InProcessHub.Start(database);

        await using var connection = await hub.Get<Database>().Open();
        await using var count = connection.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM entries";

        Assert.That(Convert.ToInt64(await count.ExecuteScalarAsync()), Is.Zero);
    }
}
