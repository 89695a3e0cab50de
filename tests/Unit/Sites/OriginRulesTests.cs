using NUnit.Framework;
using SupportHub.Sites;

namespace SupportHub.Tests.Sites;

public sealed class OriginRulesTests
{
    [TestCase("https://www.example.com", "https://www.example.com")]
    [TestCase(" HTTPS://WWW.Example.COM/ ", "https://www.example.com")]
    [TestCase("https://example.com:443", "https://example.com")]
    [TestCase("http://example.com:8080", "http://example.com:8080")]
    [TestCase("http://localhost:5081", "http://localhost:5081")]
    [TestCase("http://127.0.0.1:5081/", "http://127.0.0.1:5081")]
    [TestCase("https://[2001:DB8::1]:8443", "https://[2001:db8::1]:8443")]
    [TestCase("https://hébergeur.example", "https://xn--hbergeur-b1a.example")]
    [TestCase("*", "*")]
    public void An_origin_is_written_as_browsers_send_it(string text, string origin) =>
        Assert.That(OriginRules.Normalize(text), Is.EqualTo(origin));

    [TestCase("https://www.example.com/fr")]
    [TestCase("https://www.example.com/?a=1")]
    [TestCase("https://www.example.com/#top")]
    [TestCase("https://user:secret@example.com")]
    [TestCase("https://*.example.com")]
    [TestCase("ftp://example.com")]
    [TestCase("javascript:alert(1)")]
    [TestCase("www.example.com")]
    [TestCase("https://intranet")]
    [TestCase("null")]
    [TestCase("")]
    [TestCase(null)]
    public void What_promises_more_or_less_than_an_origin_is_refused(string? text) =>
        Assert.That(OriginRules.Normalize(text), Is.Null);

    [TestCase("www.example.com", "https://www.example.com")]
    [TestCase("example.com/fr/accueil?x=1", "https://example.com")]
    [TestCase("http://example.com:8080/a", "http://example.com:8080")]
    [TestCase("nonsense", null)]
    [TestCase("", null)]
    public void The_address_of_a_page_gives_its_origin(string text, string? origin) =>
        Assert.That(OriginRules.OfAddress(text), Is.EqualTo(origin));
}
