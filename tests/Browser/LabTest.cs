using NUnit.Framework;
using NUnit.Framework.Interfaces;
using SupportHub.Tests.People;

namespace SupportHub.Tests;

/// <summary>A Lab of the test's own: the real hub, the real console, and the sample website with the widget.</summary>
public abstract class LabTest : BrowserTest
{
    protected LabProcess Lab { get; private set; } = null!;

    [SetUp]
    public async Task StartLab() => Lab = await LabProcess.Start();

    protected override async Task AfterBrowsers()
    {
        if (Lab is null)
            return;
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
            await TestContext.Out.WriteLineAsync($"the Lab: {Lab.Log}");
        await Lab.DisposeAsync();
    }

    protected async Task<Customer> ACustomer(string path = "/fr/") =>
        await Customer.Visit(await Person(path.StartsWith("/en", StringComparison.Ordinal) ? "en-GB" : "fr-FR"), Lab.Site, path);

    protected async Task<Agent> AnAgent(string name = "claire") => await Agent.SignIn(await Person(), Lab.Hub, name);
}
