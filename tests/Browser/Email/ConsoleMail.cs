using Microsoft.Playwright;
using MimeKit;
using NUnit.Framework;
using SupportHub.Tests.Chat;
using SupportHub.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Email;

/// <summary>Claire answers customers by mail, from the same console.</summary>
public sealed class ConsoleMail : LabTest
{
    private const string Marc = "marc@customer.example";
    private ScriptedSmtp _smtp = null!;
    private ConsoleMailSite _mail = null!;
    private Agent _claire = null!;

    private IPage Page => _claire.Page;

    [SetUp]
    public async Task Connect()
    {
        _smtp = ScriptedSmtp.Start();
        var helene = await AnAgent("helene");
        _mail = await ConsoleMailSite.Connect(helene.Page, _smtp.Port);
        await helene.Choose("Hors ligne");
        _claire = await AnAgent();
    }

    [TearDown]
    public async Task EndSmtp() => await _smtp.DisposeAsync();

    [Test]
    public async Task A_customer_who_writes_by_mail_is_answered_by_mail_and_the_console_says_so_before()
    {
        await MarcWrites();
        await Expect(_claire.Row("Marc").Locator(".due-by")).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("réponse avant"));
        await _claire.Open("Marc");
        await Expect(_claire.Log).ToContainTextAsync($"La suite se fait par e-mail avec {Marc} · réponse promise avant");
        await Expect(_claire.Log).ToContainTextAsync($"{Marc} · Objet\u00a0: Mon domaine");
        await Expect(Page.GetByText($"Part par e-mail à {Marc}\u00a0: Marc n’est pas sur le site.")).ToBeVisibleAsync();

        await _claire.Say("Bonjour Marc, il est renouvelé.");
        var sent = await _smtp.To(Marc, 2);
        Assert.That(sent.TextBody, Does.StartWith("Bonjour Marc, il est renouvelé."));
        await Expect(Under("Bonjour Marc, il est renouvelé.")).ToContainTextAsync($"{Marc} · envoyé par e-mail");
        await Expect(_claire.Row("Marc").Locator(".due-by")).ToHaveCountAsync(0);

        await _mail.Receive(ConsoleMailSite.Answer(sent, Marc, "Merci beaucoup !"));
        await Expect(_claire.Message("Merci beaucoup !")).ToBeVisibleAsync();
        var quoted = Page.Locator("details").Filter(new() { HasText = "Afficher le texte cité" });
        await Expect(quoted.GetByText("il est renouvelé", new() { Exact = false })).ToBeHiddenAsync();
        await quoted.Locator("summary").ClickAsync();
        await Expect(quoted.GetByText("il est renouvelé", new() { Exact = false })).ToBeVisibleAsync();
        await Accessible.Checked(Page, "console, mail");
        await Picture(Page, "console-mail");
    }

    [Test]
    public async Task What_is_marked_with_a_key_is_bold_in_the_mail_and_pressing_again_takes_the_mark_away()
    {
        await MarcWrites();
        await _claire.Open("Marc");
        await Expect(Page.GetByText($"Part par e-mail à {Marc}")).ToBeVisibleAsync();
        await _claire.Composer.FillAsync("Renouvelé");
        await _claire.Composer.SelectTextAsync();
        await _claire.Composer.PressAsync("Control+b");
        await Expect(_claire.Composer).ToHaveValueAsync("**Renouvelé**");
        await _claire.Composer.PressAsync("Control+b");
        await Expect(_claire.Composer).ToHaveValueAsync("Renouvelé");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gras, dans l’e-mail" }).ClickAsync();
        await Expect(_claire.Composer).ToHaveValueAsync("**Renouvelé**");
        await _claire.Composer.PressAsync("Enter");
        var sent = await _smtp.To(Marc, 2);
        Assert.Multiple(() =>
        {
            Assert.That(sent.TextBody, Does.StartWith("**Renouvelé**"));
            Assert.That(sent.HtmlBody, Does.Contain("<b>Renouvel"));
        });
    }

    [Test]
    public async Task The_whole_mail_opens_in_a_frame_without_rights_and_its_remote_pictures_wait_for_a_click()
    {
        await MarcWrites();
        await _claire.Open("Marc");
        await Page.GetByRole(AriaRole.Button, new() { Name = "E-mail entier" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "L’e-mail entier" });
        var mail = dialog.FrameLocator("iframe");
        await Expect(mail.GetByText("comment le transférer")).ToBeVisibleAsync();
        await Expect(mail.Locator("img[src^='https:']")).ToHaveCountAsync(0);
        // axe is not asked here: it runs scripts in every frame, and this one has no right to any.
        await Picture(Page, "console-whole-mail");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Afficher les images distantes" }).ClickAsync();
        await Expect(mail.Locator("img[src='https://pictures.example/logo.png']")).ToHaveCountAsync(1);
        var download = await Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Link, new() { Name = "Télécharger" }).ClickAsync());
        Assert.That(await File.ReadAllTextAsync(await download.PathAsync()), Does.Contain("Subject: Mon domaine"));
        await Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Test]
    public async Task What_a_server_refused_or_sent_back_is_told_in_its_words_and_goes_out_again_to_another_address()
    {
        await MarcWrites();
        await _claire.Open("Marc");
        // The confirmation is out before the server begins to refuse.
        await _smtp.To(Marc);
        _smtp.Answer = _ => "552 5.2.2 Mailbox full";
        await _claire.Say("Voici la marche à suivre.");
        await Expect(Under("Voici la marche à suivre.")).ToContainTextAsync("Le serveur a dit\u00a0: «\u00a0552 5.2.2 Mailbox full\u00a0»");
        await Accessible.Checked(Page, "console, refused");
        await Picture(Page, "console-mail-refused");

        _smtp.Answer = _ => "250 OK";
        await Under("Voici la marche à suivre.").GetByRole(AriaRole.Button, new() { Name = "Renvoyer" }).ClickAsync();
        await Expect(Under("Voici la marche à suivre.")).ToContainTextAsync("envoyé par e-mail");
        var sent = await _smtp.To(Marc, 2);

        await _claire.Say("Autre chose ?");
        var other = await _smtp.To(Marc, 3);
        var absence = ConsoleMailSite.Answer(other, Marc, "Je suis absent jusqu’à lundi.");
        absence.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        await _mail.Receive(absence);
        await _mail.Receive(ConsoleMailSite.Bounce(sent, Marc));
        await Expect(_claire.Log).ToContainTextAsync("La messagerie de Marc a répondu automatiquement");
        await Expect(_claire.Log).ToContainTextAsync("Un e-mail précédent au client n’est pas arrivé. Le serveur a dit\u00a0: «\u00a0550 5.1.1 No such user\u00a0»");
        await Expect(Under("Voici la marche à suivre.")).ToContainTextAsync("Il est revenu sans être distribué");
        await Picture(Page, "console-mail-bounced");

        await Under("Voici la marche à suivre.").GetByRole(AriaRole.Button, new() { Name = "À une autre adresse" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Envoyer à une autre adresse" });
        await Expect(dialog.GetByLabel("Adresse e-mail")).ToHaveValueAsync(Marc);
        await dialog.GetByLabel("Adresse e-mail").FillAsync("m.lemoine@customer.example");
        await Picture(Page, "console-mail-elsewhere");
        await Page.Keyboard.PressAsync("Enter");
        Assert.That((await _smtp.To("m.lemoine@customer.example")).TextBody, Does.StartWith("Voici la marche à suivre."));
        await Expect(Under("Voici la marche à suivre.")).ToContainTextAsync("m.lemoine@customer.example · envoyé par e-mail");
        await Expect(Page.GetByText("Part par e-mail à m.lemoine@customer.example\u00a0: Marc n’est pas sur le site.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task On_the_website_the_agent_chooses_the_way_and_a_customer_who_left_gets_it_by_mail()
    {
        var lucie = await ACustomer();
        await lucie.Open();
        await lucie.Panel.GetByLabel(lucie.Words.Topic).SelectOptionAsync("Domaines");
        await lucie.Panel.GetByLabel(lucie.Words.Name).FillAsync("Lucie");
        await lucie.Panel.GetByLabel("Votre e-mail").FillAsync("lucie@customer.example");
        await lucie.Composer.FillAsync("Bonjour, mon domaine expire");
        await lucie.Panel.GetByRole(AriaRole.Button, new() { Name = lucie.Words.Send, Exact = true }).ClickAsync();
        await _claire.Open("Lucie");
        var ways = Page.GetByRole(AriaRole.Group, new() { Name = "Comment part votre réponse" });
        await Expect(ways.GetByRole(AriaRole.Button, new() { Name = "Chat" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Picture(Page, "console-mail-ways");
        await _claire.Say("Bonjour Lucie");
        await Expect(lucie.Message("Bonjour Lucie")).ToBeVisibleAsync();

        await ways.GetByRole(AriaRole.Button, new() { Name = "E-mail" }).ClickAsync();
        await Expect(Page.GetByText("Part par e-mail à lucie@customer.example, et s’affiche sur le site")).ToBeVisibleAsync();
        await _claire.Say("Le détail par écrit.");
        Assert.That((await _smtp.To("lucie@customer.example")).TextBody, Does.StartWith("Le détail par écrit."));
        await Expect(lucie.Message("Le détail par écrit.")).ToBeVisibleAsync();
        await ways.GetByRole(AriaRole.Button, new() { Name = "Chat" }).ClickAsync();

        await lucie.Page.CloseAsync();
        await Expect(Page.GetByText("Part par e-mail à lucie@customer.example\u00a0: Lucie n’est pas sur le site.")).ToBeVisibleAsync();
        await Expect(ways).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Demander un numéro et des disponibilités" }).ClickAsync();
        await Expect(_claire.Composer).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^Bonjour Lucie,\n\nJe vous propose d’en parler au téléphone"));
        await Picture(Page, "console-mail-phone");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer par e-mail" }).ClickAsync();
        Assert.That((await _smtp.To("lucie@customer.example", 2)).TextBody, Does.Contain("À quel numéro"));
    }

    [Test]
    public async Task A_stranger_with_somebodys_code_is_marked_and_what_cannot_be_read_waits_to_be_looked_at()
    {
        await MarcWrites();
        await _mail.Receive(ConsoleMailSite.Answer(await _smtp.To(Marc), "mallory@elsewhere.example", "Dites-moi tout."));
        await _mail.Receive("Subject: personne\r\n\r\nVraiment personne."u8.ToArray());
        await _claire.Row("Dites-moi tout.").ClickAsync();
        await Expect(Page.GetByText("Expéditeur non vérifié")).ToBeVisibleAsync();
        await Picture(Page, "console-mail-unverified");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Ouvrir l’autre conversation" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Marc", Level = 1 })).ToBeVisibleAsync();

        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.TypeAsync("regarder");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "E-mails à regarder" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("Sans expéditeur")).ToBeVisibleAsync();
        await Accessible.Checked(Page, "console, aside");
        await Picture(Page, "console-mail-aside");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Regarder" }).ClickAsync();
        await Expect(Page.FrameLocator("iframe").GetByText("Vraiment personne.")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vu, retirer" }).ClickAsync();
        await Expect(Page.GetByText("Rien à regarder.")).ToBeVisibleAsync();
        await Picture(Page, "console-mail-aside-empty");
        await Page.ReloadAsync();
        await Expect(Page.GetByText("Rien à regarder.")).ToBeVisibleAsync();
    }

    private async Task MarcWrites()
    {
        var body = new MultipartAlternative
        {
            new TextPart("plain") { Text = "Bonjour, comment le transférer ?" },
            new TextPart("html") { Text = "<p>Bonjour, <b>comment le transférer</b> ?</p><img src=\"https://pictures.example/logo.png\" alt=\"logo\">" },
        };
        await _mail.Receive(ConsoleMailSite.Mail($"Marc Lemoine <{Marc}>", "Mon domaine", body));
        await Expect(_claire.Row("Marc")).ToBeVisibleAsync();
    }

    /// <summary>What stands under our message.</summary>
    private ILocator Under(string text) => Page.Locator(".e.us").Filter(new() { HasText = text }).Locator(".meta");
}
