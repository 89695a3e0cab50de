using NUnit.Framework;
using SupportHub.AgentsWeb.Email;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web.Email;

public sealed class MailAddressTests
{
    [Test]
    public void What_the_timeline_tells_is_newer_than_what_was_known_when_it_was_opened() =>
        Assert.That(MailAddress.Of([Mailed("new@customer.example")], "old@customer.example", "told@customer.example"), Is.EqualTo("new@customer.example"));

    [Test]
    public void A_mail_goes_where_the_last_one_went_even_if_the_customer_told_another_address_since() =>
        Assert.That(MailAddress.Of([Introduced(AuthorKind.Visitor, "b@customer.example")], "a@customer.example", null), Is.EqualTo("a@customer.example"));

    [Test]
    public void The_address_that_an_agent_sent_a_mail_to_again_is_the_customers_from_then_on() =>
        Assert.That(MailAddress.Of([Mailed("wrong@customer.example"), Introduced(AuthorKind.Agent, "right@customer.example")], null, null), Is.EqualTo("right@customer.example"));

    [Test]
    public void Before_any_mail_it_is_what_the_customer_told_last()
    {
        Assert.That(MailAddress.Of([], null, "a@customer.example"), Is.EqualTo("a@customer.example"));
        Assert.That(MailAddress.Of([Introduced(AuthorKind.Visitor, "b@customer.example")], null, "a@customer.example"), Is.EqualTo("b@customer.example"));
        Assert.That(MailAddress.Of([], null, null), Is.Null);
    }

    private static Entry Mailed(string to) => new(2, EntryKind.Mailed, AuthorKind.System, null, null, new EntryDetail { Email = to }, 0);

    private static Entry Introduced(AuthorKind by, string email) => new(3, EntryKind.Introduced, by, null, null, new EntryDetail { Email = email }, 0);
}
