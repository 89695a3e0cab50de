using NUnit.Framework;

namespace SupportHub.Tests.Running;

public sealed class Settings
{
    [TestCase("--Storage:Postgress=Host=nowhere", "Postgress")]
    [TestCase("--Storage:Folder=", "Folder")]
    public async Task A_misspelt_or_impossible_setting_stops_the_start_and_is_named(string setting, string name)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => HubProcess.Start(setting));

        Assert.That(failure!.Message, Does.Contain(name).And.Contain("ended before"));
    }
}
