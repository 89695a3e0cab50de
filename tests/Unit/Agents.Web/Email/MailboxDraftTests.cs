using NUnit.Framework;
using SupportHub.AgentsWeb.Settings.Email;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web.Email;

public sealed class MailboxDraftTests
{
    private static readonly Mailbox Saved = new(
        "support@shop.example", "Shop", new MailServer("smtp.shop.example", 2525, MailSecurity.StartTls), null, "shop", null, MailSignIn.Password, false,
        [new MailAlias("domaines@shop.example", 11, "fr"), new MailAlias("info@shop.example", null, null)]);

    [Test]
    public void What_was_saved_comes_back_unchanged_and_without_its_password()
    {
        var edit = MailboxDraft.Of(Saved).ToEdit();
        Assert.That(edit with { Addresses = null }, Is.EqualTo(Saved with { Addresses = null }));
        Assert.That(edit.Addresses, Is.EqualTo(Saved.Addresses));
    }

    [Test]
    public void A_new_mailbox_is_encrypted_fetched_and_takes_answers_by_their_code()
    {
        var edit = MailboxDraft.Of(null).ToEdit();
        Assert.Multiple(() =>
        {
            Assert.That(edit.Smtp, Is.EqualTo(new MailServer("", 465, MailSecurity.Tls)));
            Assert.That(edit.Imap, Is.EqualTo(new MailServer("", 993, MailSecurity.Tls)));
            Assert.That(edit.TokenInAddress, Is.True);
        });
    }

    [Test]
    public void The_port_follows_the_encryption_unless_it_is_the_administrators_own()
    {
        var smtp = MailboxDraft.Of(null).Smtp;
        smtp.Choose(MailSecurity.StartTls);
        Assert.That(smtp.Port, Is.EqualTo("587"));
        smtp.Choose(MailSecurity.None);
        Assert.That(smtp.Port, Is.EqualTo("25"));
        smtp.Port = "2525";
        smtp.Choose(MailSecurity.Tls);
        Assert.That(smtp.Port, Is.EqualTo("2525"));
        smtp.Port = " ";
        smtp.Choose(MailSecurity.StartTls);
        Assert.That(smtp.Port, Is.EqualTo("587"));
    }

    [Test]
    public void The_user_name_is_the_address_until_it_is_typed()
    {
        var draft = MailboxDraft.Of(null);
        draft.TypeAddress("support@shop.example");
        Assert.That(draft.User, Is.EqualTo("support@shop.example"));
        draft.User = "shop";
        draft.TypeAddress("help@shop.example");
        Assert.That(draft.User, Is.EqualTo("shop"));
    }

    [Test]
    public void Where_the_server_asks_for_nothing_nothing_is_told()
    {
        var draft = MailboxDraft.Of(Saved);
        (draft.SignIn, draft.Password) = (MailSignIn.None, "secret");
        Assert.That((draft.ToEdit().User, draft.ToEdit().Password), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public void A_port_that_is_no_number_is_left_to_the_server_to_refuse_and_an_empty_line_is_no_mistake()
    {
        var draft = MailboxDraft.Of(Saved);
        draft.Smtp.Port = "smtp";
        draft.Addresses.Add(new AliasDraft());
        draft.DropEmptyLines();
        Assert.That(draft.ToEdit().Smtp?.Port, Is.Zero);
        Assert.That(draft.ToEdit().Addresses, Has.Count.EqualTo(2));
    }
}
