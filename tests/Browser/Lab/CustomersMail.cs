using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Playwright;
using MimeKit;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Lab;

/// <summary>A newcomer plays the customer who gets mail.</summary>
public sealed class CustomersMail : LabTest
{
    private const string Lucie = "lucie@exemple.example";

    [Test]
    public async Task A_mail_comes_by_itself_is_read_and_answered()
    {
        var page = await Inbox(await Person());
        await Expect(page.GetByText("Personne n’a encore reçu de courrier.")).ToBeVisibleAsync();
        await Deliver("Votre hébergement est de retour");
        await page.GetByRole(AriaRole.Link, new() { Name = Lucie }).ClickAsync();
        await Deliver("Une question de plus");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 messages non lus");

        await page.GetByRole(AriaRole.Link, new() { Name = "Votre hébergement est de retour" }).ClickAsync();
        var mail = page.FrameLocator("iframe");
        await Expect(mail.GetByText("le site est de retour")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1 message non lu");
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();

        var text = page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("a écrit :\n\n> Bonjour Lucie"));
        await page.Keyboard.TypeAsync("Merci, tout marche.");
        await page.GetByLabel("Citer comme").SelectOptionAsync("Outlook");
        await Expect(text).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Merci, tout marche.\n\n_{32}\nDe : "));
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Re: Votre hébergement est de retour" })).ToBeVisibleAsync();
        await Expect(mail.GetByText("Merci, tout marche.")).ToBeVisibleAsync();
        await Expect(mail.GetByText("Envoyé :")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^À Hébergeur du Rhin") })).ToBeVisibleAsync();
    }

    [Test]
    public async Task What_is_being_written_stays_when_mail_comes()
    {
        await Deliver("Premier");
        var page = await Inbox(await Person());
        await page.GetByRole(AriaRole.Link, new() { Name = Lucie }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Premier" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Message" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("À moitié");
        await Deliver("Deuxième");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Deuxième" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync(" écrit");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Message" })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^À moitié écrit\n"));
    }

    [Test]
    public async Task Nothing_in_a_mail_runs_or_is_loaded_and_nothing_breaks_the_pages_policy()
    {
        await Deliver("Hostile", "<img src='https://evil.invalid/pixel.png' onerror='parent.document.title=\"taken\"'><script>parent.document.title='taken'</script><p>après</p>");
        var page = await (await Person()).NewPageAsync();
        var asked = new List<string>();
        page.RequestFinished += (_, request) => asked.Add(new Uri(request.Url).Host);
        await page.GotoAsync(Lab.Mail.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = Lucie }).ClickAsync();
        var broken = new List<string>();
        await page.GetByRole(AriaRole.Link, new() { Name = "Hostile" }).ClickAsync();
        page.Console += (_, message) => broken.Add(message.Text);

        await Expect(page.FrameLocator("iframe").GetByText("après")).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync("Courrier des clients");
        Assert.That(asked, Is.All.EqualTo("127.0.0.1"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Message" })).ToBeVisibleAsync();
        Assert.That(broken.Where(text => text.Contains(Lab.Mail.Authority, StringComparison.Ordinal) && !text.Contains("sandboxed", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Every_page_is_accessible_and_fits()
    {
        await Deliver("Votre hébergement est de retour");
        await Deliver("Facture 2026-118", attachment: "facture.pdf");
        await Deliver("Your domain", to: "jonas@kunde.example");
        var page = await Inbox(await Person());
        await Checked(page, "boxes");
        await page.GetByRole(AriaRole.Link, new() { Name = Lucie }).ClickAsync();
        await Checked(page, "mails");
        await page.GetByRole(AriaRole.Link, new() { Name = "Facture 2026-118" }).ClickAsync();
        await Expect(page.FrameLocator("iframe").GetByText("le site est de retour")).ToBeVisibleAsync();
        await Checked(page, "mail");
        await page.GetByText("En-têtes").ClickAsync();
        await Checked(page, "headers");
        await page.GetByRole(AriaRole.Link, new() { Name = "Répondre" }).ClickAsync();
        await Checked(page, "answer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Il n’y a encore rien à envoyer.");
        await Checked(page, "fault");
        await page.GotoAsync(new Uri(Lab.Mail, "/write").ToString());
        await Checked(page, "write");
    }

    private async Task<IPage> Inbox(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync(Lab.Mail.ToString());
        return page;
    }

    private static async Task Checked(IPage page, string what)
    {
        int[] widths = [390, 800, 1360];
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 850);
            await PictureInBothThemes(page, $"mail-{what}-{width}");
            Assert.That(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0), $"{what}, {width} wide: nothing sticks out");
        }
        // axe would wait for its own script inside the mail, where none runs. What a mail looks like is its sender's doing.
        await page.EvaluateAsync("() => document.querySelector('iframe')?.remove()");
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 850);
            await Accessible.Checked(page, $"{what}, {width} wide");
        }
    }

    /// <summary>As the hub sends it.</summary>
    private async Task Deliver(string subject, string? html = null, string? attachment = null, string to = Lucie)
    {
        var body = new BodyBuilder
        {
            TextBody = "Bonjour Lucie,\n\nle site est de retour depuis 15 h 30. Voyez https://exemple.example/etat\n\nClaire\n",
            HtmlBody = html ?? "<p>Bonjour Lucie,</p><p>le site est de retour depuis <b>15 h 30</b>. Voyez <a href=\"https://exemple.example/etat\">l’état des services</a>.</p><p>Claire</p>",
        };
        if (attachment is not null)
            body.Attachments.Add(attachment, new byte[30_000]);
        var mail = new MimeMessage([new MailboxAddress("Claire, Hébergeur du Rhin", "hosting-fr@rhin.example")], [new MailboxAddress("Lucie Martin", to)], subject, body.ToMessageBody());
        mail.ReplyTo.Add(new MailboxAddress("Hébergeur du Rhin", "hosting-fr+t0k3n@rhin.example"));
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", Lab.SmtpPort, SecureSocketOptions.None);
        await client.SendAsync(mail);
        await client.DisconnectAsync(quit: true);
    }
}
