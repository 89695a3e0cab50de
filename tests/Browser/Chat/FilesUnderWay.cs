using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>A file takes a while: what is sent meanwhile, and what a reload costs.</summary>
public sealed class FilesUnderWay : LabTest
{
    private static readonly byte[] Invoice = [.. "%PDF-1.4\n"u8, .. Enumerable.Range(0, 2000).Select(at => (byte)at)];

    [Test]
    public async Task A_customer_who_sends_too_early_is_told_and_the_file_follows_by_itself()
    {
        var (claire, customer) = await Talk("Lucie");
        var gate = await HoldUploads(customer.Page);
        await customer.Attach("facture.pdf", "application/pdf", Invoice);
        await customer.Say("la voici");

        await Expect(customer.Panel.GetByText("Il partira de lui-même dès qu’il sera là.")).ToBeVisibleAsync();
        await Expect(claire.Message("la voici")).ToBeVisibleAsync();
        gate.SetResult();

        await Expect(claire.Log.GetByText("facture.pdf")).ToBeVisibleAsync();
        await Expect(customer.Panel.Locator(".staged")).ToBeHiddenAsync();
    }

    [Test]
    public async Task A_customer_who_leaves_during_an_upload_is_asked_first_and_told_afterwards()
    {
        var (_, customer) = await Talk("Malo");
        await customer.Attach("prete.pdf", "application/pdf", Invoice);
        await Expect(customer.Panel.GetByText("Prêt à partir")).ToBeVisibleAsync();
        await HoldUploads(customer.Page);
        await customer.Attach("coupee.pdf", "application/pdf", Invoice);
        await Expect(customer.Panel.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();

        Assert.That(await QuestionsOnReload(customer.Page), Is.EqualTo(new[] { DialogType.BeforeUnload }));

        await Expect(customer.Panel.GetByText("coupee.pdf n’est pas parti")).ToBeVisibleAsync();
        await Expect(customer.Panel.GetByText("Prêt à partir")).ToBeVisibleAsync();
        Assert.That(await QuestionsOnReload(customer.Page), Is.Empty);
        await customer.Say("avec la première");
        await Expect(customer.Log.GetByRole(AriaRole.Button, new() { Name = "Télécharger prete.pdf" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task An_agents_message_waits_for_its_file_and_goes_out_though_another_conversation_is_open_by_then()
    {
        var (claire, customer) = await Talk("Nora");
        var other = await ACustomer();
        await other.Begin("Domaines", "bonjour", "Oscar");
        var gate = await HoldUploads(claire.Page);
        await BeginAttaching(claire, "avoir.pdf");
        await claire.Say("voici votre avoir");

        await Expect(claire.Page.GetByText("Votre message partira dès que le fichier sera là.")).ToBeVisibleAsync();
        await Expect(claire.Composer).ToHaveValueAsync("voici votre avoir");
        await claire.Open("Oscar");
        gate.SetResult();

        await Expect(customer.Message("voici votre avoir")).ToBeVisibleAsync();
        await Expect(customer.Log.GetByRole(AriaRole.Button, new() { Name = "Télécharger avoir.pdf" })).ToBeVisibleAsync();
        await claire.Open("Nora");
        await Expect(claire.Composer).ToHaveValueAsync("");
    }

    [Test]
    public async Task An_agents_message_goes_out_when_the_file_is_there_and_the_composer_is_empty_then()
    {
        var (claire, customer) = await Talk("Paula");
        var gate = await HoldUploads(claire.Page);
        await BeginAttaching(claire, "avoir.pdf");
        await claire.Say("le voici");
        await Expect(claire.Page.GetByText("Votre message partira")).ToBeVisibleAsync();
        gate.SetResult();

        await Expect(customer.Message("le voici")).ToBeVisibleAsync();
        await Expect(claire.Composer).ToHaveValueAsync("");
        await Expect(claire.Page.GetByText("Votre message partira")).ToBeHiddenAsync();
    }

    [Test]
    public async Task An_agent_who_leaves_during_an_upload_is_asked_first_and_told_afterwards()
    {
        var (claire, _) = await Talk("Quentin");
        await HoldUploads(claire.Page);
        await BeginAttaching(claire, "avoir.pdf");
        await claire.Say("le voici");
        await Expect(claire.Page.GetByText("Votre message partira")).ToBeVisibleAsync();

        Assert.That(await QuestionsOnReload(claire.Page), Is.EqualTo(new[] { DialogType.BeforeUnload }));

        await Expect(claire.Page.GetByText("« avoir.pdf » n’est pas parti")).ToBeVisibleAsync();
        await Expect(claire.Composer).ToHaveValueAsync("le voici");
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_sent_with_what_it_may_have()
    {
        var (claire, customer) = await Talk("Rose");
        var large = new byte[(10 * 1024 * 1024) + 1];
        List<string> sent = [];
        foreach (var page in new[] { claire.Page, customer.Page })
            page.Request += (_, request) => sent.Add(request.Url);
        await customer.Attach("film.mp4", "video/mp4", large);
        await BeginAttaching(claire, "archive.zip", large);

        await Expect(customer.Panel.GetByText(new Regex("film.mp4 dépasse 10,5.Mo"))).ToBeVisibleAsync();
        await Expect(claire.Page.GetByText(new Regex("«.archive.zip.» dépasse 10,5 Mo"))).ToBeVisibleAsync();
        await PictureInBothThemes(customer.Page, "too-large-widget");
        await PictureInBothThemes(claire.Page, "too-large-console");
        Assert.That(sent.Where(url => url.EndsWith("/attachments", StringComparison.Ordinal)), Is.Empty);

        // What is written goes out all the same.
        await customer.Say("trop grand");
        await claire.Say("sans fichier");
        await Expect(claire.Message("trop grand")).ToBeVisibleAsync();
        await Expect(customer.Message("sans fichier")).ToBeVisibleAsync();
    }

    /// <summary>Uploads take until the answer is set.</summary>
    private static async Task<TaskCompletionSource> HoldUploads(IPage page)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync("**/api/conversations/*/attachments", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        return gate;
    }

    private static async Task BeginAttaching(Agent agent, string name, byte[]? content = null)
    {
        await agent.Page.Locator(".composer input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content ?? Invoice });
        await Expect(agent.Page.Locator(".composer .upload")).ToContainTextAsync(name);
    }

    /// <summary>What the browser asked before it let the page go; the answer is yes.</summary>
    private static async Task<IReadOnlyList<string>> QuestionsOnReload(IPage page)
    {
        List<string> asked = [];
        void Answer(object? sender, IDialog dialog)
        {
            asked.Add(dialog.Type);
            _ = dialog.AcceptAsync();
        }
        page.Dialog += Answer;
        await page.ReloadAsync();
        page.Dialog -= Answer;
        return asked;
    }
}
