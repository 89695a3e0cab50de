using Microsoft.Playwright;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using SupportHub.Lab;
using SupportHub.Tests.People;

namespace SupportHub.Tests;

/// <summary>A Lab of the test's own: the real hub, the real console, and the sample website with the widget.</summary>
public abstract class LabTest : BrowserTest
{
    private ITestLab? _lab;

    protected LabAddresses Lab => _lab!.At;

    [SetUp]
    public async Task Begin() => _lab = await StartLab();

    protected virtual async Task<ITestLab> StartLab() => await InProcessLab.Start();

    protected override async Task AfterBrowsers()
    {
        if (_lab is null)
            return;
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
            await TestContext.Out.WriteLineAsync($"the Lab: {_lab.Log}");
        await _lab.DisposeAsync();
    }

    protected async Task<Customer> ACustomer(string path = "/fr/") =>
        await Customer.Visit(await Person(path.StartsWith("/en", StringComparison.Ordinal) ? "en-GB" : "fr-FR"), Lab.Site, path);

    protected async Task<Agent> AnAgent(string name = "claire") => await Agent.SignIn(await Person(), Lab.Hub, name);

    /// <summary>The page with everybody's telephones; opened before anybody is asked to call, as nothing rings for long.</summary>
    protected async Task<IPage> Phones()
    {
        var page = await (await Person()).NewPageAsync();
        await page.GotoAsync(Lab.Phones.ToString());
        return page;
    }

    /// <summary>Hélène, who looks after the sample website, at a page of its settings.</summary>
    protected async Task<Agent> InSettings(string path) =>
        await Agent.SignInAt(await Person(), new Uri(Lab.Hub, path), "helene");

    /// <summary>Hélène at the settings of the sample website.</summary>
    protected async Task<Agent> AtTheSite()
    {
        var helene = await InSettings("/settings/sites");
        await helene.Page.GetByRole(AriaRole.Link, new() { Name = "Hébergeur du Rhin" }).ClickAsync();
        return helene;
    }

    /// <summary>Claire with the customer's conversation open, in which the customer said "un".</summary>
    protected async Task<(Agent Claire, Customer Customer)> Talk(string name)
    {
        var claire = await AnAgent();
        var customer = await ACustomer();
        await customer.Begin("Hébergement", "un", name);
        await claire.Open(name);
        await Assertions.Expect(claire.Message("un")).ToBeVisibleAsync();
        return (claire, customer);
    }
}
