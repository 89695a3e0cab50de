using System.Net;
using NUnit.Framework;
using SupportHub.Tests;
using static SupportHub.Integration.Lab.Phone.PhoneWorld;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The page with the phones, as a browser without script sees it.</summary>
public sealed class PageTests
{
    private PhoneWorld _world = null!;

    [SetUp]
    public async Task Start() => _world = await PhoneWorld.Start();

    [TearDown]
    public async Task Stop() => await _world.DisposeAsync();

    [TestCase("fr-FR,fr;q=0.9", "Téléphones", "Quand on l’appelle")]
    [TestCase("en-US", "Telephones", "When called")]
    public async Task Speaks_the_language_of_the_browser(string accepted, string title, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Language", accepted } } };
        var page = WebUtility.HtmlDecode(await (await _world.Browser.SendAsync(request)).Content.ReadAsStringAsync());
        Assert.That(page, Does.Contain($"<title>{title}</title>").And.Contain(words));
    }

    [Test]
    public async Task What_is_said_and_how_people_are_called_is_text_and_nothing_else()
    {
        _world.Hub.Answer("/voice", "<Response><Say language='\"&gt;&lt;b&gt;'>&lt;script&gt;alert(1)&lt;/script&gt;</Say></Response>");
        await _world.Habit(Claire, "PicksUp");
        await _world.Placed();
        await _world.Sees(Claire, "alert(1)");
        Assert.That(await _world.Html(), Does.Not.Contain("<script>").And.Not.Contain("<b>").And.Not.Contain("<Muller>"));
    }

    [Test]
    public async Task A_number_that_was_never_on_the_page_gets_a_phone_when_it_is_called()
    {
        await _world.Placed(_world.Order("+33699999999"));
        await _world.Sees("+33699999999", "Ringing");
        Assert.That(await _world.Page(), Does.Contain("<title>(1) Telephones</title>").And.Contain("+33699999999: ringing."));
    }

    [Test]
    public async Task A_phone_can_be_added_and_a_wrong_number_is_explained()
    {
        await _world.Post("/phones", ("number", "+33 6 11 22 33 44"));
        Assert.That(await _world.Card("+33611223344"), Does.Contain("Quiet"));
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("number", "06 11")]);
        using var answer = await _world.Browser.PostAsync("/phones", content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("A number begins with + and the country code"));
    }

    [Test]
    public async Task A_button_for_an_earlier_call_does_nothing_to_this_one()
    {
        var sid = await _world.Placed();
        await _world.Sees(Claire, "Ringing");
        await _world.Post($"/phones/{Uri.EscapeDataString(Claire)}/decline", ("call", "CA00000000000000000000000000000000"));
        Assert.That(await _world.Card(Claire), Does.Contain("Ringing"));
        await _world.Post($"/phones/{Uri.EscapeDataString(Claire)}/decline", ("call", sid));
        await _world.Sees(Claire, "Busy or declined");
    }

    [Test]
    public async Task A_website_that_is_open_elsewhere_can_press_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/faults") { Headers = { { "Origin", "https://evil.example" } }, Content = new FormUrlEncodedContent([KeyValuePair.Create("orders", "Error")]) };
        using var answer = await _world.Browser.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        using var page = await _world.Browser.GetAsync("/");
        Assert.That(page.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("script-src 'self'"));
    }

    [Test]
    public async Task News_come_without_a_reload()
    {
        using var live = new StreamReader(await _world.Browser.GetStreamAsync("/live"));
        Assert.That(await live.ReadLineAsync(), Is.EqualTo("data: changed"), "at once");
        await live.ReadLineAsync();
        var next = live.ReadLineAsync();
        Assert.That(next.IsCompleted, Is.False);
        await _world.Placed();
        Assert.That(await next.WaitAsync(LongEnough.Usually), Is.EqualTo("data: changed"));
    }

    [Test]
    public async Task A_fault_is_shown_as_long_as_it_is_on()
    {
        await _world.Fault(orders: "TooFast", reports: "Twice");
        Assert.That(await _world.Page(), Does.Contain("A fault is on."));
        await _world.Fault();
        Assert.That(await _world.Page(), Does.Not.Contain("A fault is on."));
    }
}
