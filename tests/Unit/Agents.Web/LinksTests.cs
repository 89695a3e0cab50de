using NUnit.Framework;
using SupportHub.AgentsWeb.Conversations;

namespace SupportHub.Unit.Agents.Web;

public sealed class LinksTests
{
    [TestCase("Voir https://exemple.fr/a?b=1.", "https://exemple.fr/a?b=1")]
    [TestCase("(https://fr.wikipedia.org/wiki/Rhin_(fleuve))", "https://fr.wikipedia.org/wiki/Rhin_(fleuve)")]
    [TestCase("«https://exemple.fr»", "https://exemple.fr/")]
    [TestCase("www.exemple.fr,", "https://www.exemple.fr/")]
    [TestCase("marc@exemple.fr", "mailto:marc@exemple.fr")]
    [TestCase("http://exemple.fr", "http://exemple.fr/")]
    public void An_address_becomes_a_link_without_the_punctuation_around_it(string text, string address) =>
        Assert.That(Links.Split(text).Single(p => p.Address is not null).Address, Is.EqualTo(address));

    [TestCase("javascript:alert(1)")]
    [TestCase("JAVASCRIPT://x/%0aalert(1)")]
    [TestCase("data:text/html,<script>alert(1)</script>")]
    [TestCase("file:///etc/passwd")]
    [TestCase("<a href=javascript:alert(1)>")]
    [TestCase("à 15:30, réf. 77:41")]
    [TestCase("a@b")]
    [TestCase("https://")]
    public void Nothing_but_web_and_mail_addresses_becomes_a_link(string text) =>
        Assert.That(Links.Split(text).Select(p => p.Address), Is.All.Null);

    [TestCase("Avant https://a.fr et www.b.fr !\nfin c@d.fr")]
    [TestCase("")]
    [TestCase("  deux  espaces ")]
    public void No_character_is_lost(string text) =>
        Assert.That(string.Concat(Links.Split(text).Select(p => p.Text)), Is.EqualTo(text));
}
