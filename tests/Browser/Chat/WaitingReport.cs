using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>How the waits turned out is for those who answer for it.</summary>
public sealed class WaitingReport : LabTest
{
    [Test]
    public async Task The_report_opens_with_a_key_for_a_supervisor_fills_as_customers_wait_and_is_not_there_for_an_agent()
    {
        var helene = await AnAgent("helene");
        await helene.Page.Keyboard.PressAsync("w");
        var heading = helene.Page.GetByRole(AriaRole.Heading, new() { Name = "L’attente", Level = 1 });
        await Expect(heading).ToBeVisibleAsync();
        await Expect(helene.Page.GetByText("Rien n’a encore été annoncé.")).ToBeVisibleAsync();

        await helene.Page.GetByRole(AriaRole.Link, new() { Name = "Conversations" }).ClickAsync();
        var ana = await ACustomer();
        await ana.Begin("Domaines", "Bonjour", "Ana");
        // A wait is in the report once it is over.
        await Expect(ana.Log.GetByText("a rejoint la conversation")).ToBeVisibleAsync();
        await Expect(helene.Row("Ana")).ToBeVisibleAsync();
        await helene.Page.GetByRole(AriaRole.Link, new() { Name = "Rapport d’attente" }).ClickAsync();
        var waits = helene.Page.GetByRole(AriaRole.Region, new() { Name = "Combien de temps on a attendu" });
        await Expect(waits.GetByText("Objectif")).ToBeVisibleAsync();
        await Expect(helene.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Domaines" })).ToBeVisibleAsync();
        await Accessible.Checked(helene.Page, "console, waiting report");
        await Picture(helene.Page, "waiting-report");

        var claire = await AnAgent();
        await Expect(claire.Page.GetByRole(AriaRole.Link, new() { Name = "Rapport d’attente" })).ToBeHiddenAsync();
        await claire.Page.GotoAsync(new Uri(Lab.Hub, "/reports/waiting").ToString());
        await Expect(claire.Page.GetByText("réservé aux superviseurs")).ToBeVisibleAsync();
        var answer = await claire.Page.APIRequest.GetAsync(new Uri(Lab.Hub, "/api/reports/waiting").ToString());
        Assert.That(answer.Status, Is.EqualTo(403));
    }
}
