using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Integration.Email;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks;

/// <summary>The page that a mail leads to, as somebody with a browser and no script uses it.</summary>
[OnBothEngines]
public sealed partial class CallPageTests(Engine engine) : CallWorld(engine)
{
    private static readonly HttpClient Browser = new();

    [Test]
    public async Task A_booked_time_is_confirmed_by_mail_and_changed_and_taken_back_on_the_page_behind_its_link()
    {
        await using var smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(Hub, smtp.Port);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await lucie.Ask("Introduce", new { conversation = id, email = "lucie@customer.example" });
        var starts = (await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()).ToList();
        Assert.That(Code(await WantsCall(lucie, id, at: starts[2])), Is.Null);

        var mail = await smtp.To("lucie@customer.example");
        Assert.That(mail.Subject, Is.EqualTo("Shop calls you"));
        Assert.That(mail.TextBody, Does.Contain("at the number that ends in 78").And.Not.Contain("My domain").And.Not.Contain("6 12"), "nobody has proved that it is hers");
        var page = Link().Match(mail.TextBody).Value;
        Assert.That(page, Does.StartWith($"{Hub.Address}call/"));
        var shown = await Browser.GetStringAsync(page);
        Assert.That(shown, Does.Contain("at the number that ends in 78").And.Contain("33&#xA0;1&#xA0;84&#xA0;80&#xA0;00&#xA0;00").And.Contain("<h1>Shop calls you</h1>").And.Not.Contain("My domain"));
        Assert.That(shown, Does.Match(@"<option value=""\d+"" selected[^>]*>(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d"), "the list that is closed says the day as well");

        using (var refused = await Post(page, "0899 70 00 00", starts[3]))
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Match(@"<input id=""number""[^>]*aria-invalid=""true"" aria-describedby=""number-about""").And.Match(@"id=""number-about"">Numbers of this kind are not called"));
        }
        using (var taken = await Post(page, "", starts[3] + 1))
            Assert.That(await taken.Content.ReadAsStringAsync(), Does.Match(@"<select id=""at""[^>]*aria-invalid=""true"" aria-describedby=""at-about""").And.Match(@"id=""at-about"">This time has just been taken").And.Not.Contain("number-about\">This"));
        Assert.That((await Row(id)).CallAt, Is.EqualTo(starts[2]), "nothing changed");
        using (var changed = await Post(page, "", starts[3]))
            Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(((await Row(id)).CallAt, (await Row(id)).CallTo), Is.EqualTo(((long?)starts[3], Lucie)), "the same number, at another time");
        using (var changed = await Post(page, "06 12 34 56 79", starts[3]))
            Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(((await Row(id)).CallAt, (await Row(id)).CallTo), Is.EqualTo(((long?)starts[3], "+33612345679")), "another number, at the same time");

        using (var cancelled = await Browser.PostAsync(new Uri($"{page}/cancel"), null))
            Assert.That(await cancelled.Content.ReadAsStringAsync(), Does.Contain("You will not be called.").And.Contain("<h1>A phone call</h1>"));
        Assert.That((await Row(id)).Channel, Is.EqualTo(ChannelKind.Chat));
        Assert.That((await lucie.Ask("CallTimes", World.Topic)).GetProperty("starts").EnumerateArray().Select(s => s.GetInt64()), Does.Contain(starts[3]));
    }

    [Test]
    public async Task Who_was_not_reached_is_told_by_mail_when_it_is_tried_again()
    {
        await using var smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(Hub, smtp.Port);
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        await Phones.Habit(Lucie, "Busy");
        var id = await Asks(lucie);
        await lucie.Ask("Introduce", new { conversation = id, email = "lucie@customer.example" });
        await WantsCall(lucie, id);
        await Accepts(claire, 1);
        await PicksUp(1);

        var mail = await smtp.To("lucie@customer.example");
        Assert.That(mail.TextBody, Does.Match("Claire of Shop tried to call you today at \\d").And.Match("We try again (today|tomorrow) at \\d").And.Contain("no call at all"));
    }

    [TestCase("Oui, au 06 12 34 56 78, maintenant.", true)]
    [TestCase("06 12 34 56 78, tous les jours de 0 h à 23 h", false)]
    public async Task The_answer_to_a_mail_that_proposes_a_call_arranges_it(string answer, bool soon)
    {
        await using var smtp = ScriptedSmtp.Start();
        await MailWorld.Connect(Hub, smtp.Port);
        await using var claire = await World.Agent(Hub, 1);
        await MailWorld.Post(Hub, MailWorld.Mail("lucie@customer.example", "domaines@shop.example", "Domaine", "Mon domaine a disparu."));
        var given = await claire.Next("Summary", p => p.TryGetProperty("agentId", out var agent) && agent.GetInt64() == 1);
        var id = given.GetProperty("id").GetInt64();
        await claire.Ask("Send", new { conversation = id, session = 5, number = 1, body = "À quel numéro puis-je vous joindre, et quand êtes-vous disponible ?", byMail = true });
        var proposal = await smtp.To("lucie@customer.example", 2);
        Assert.That(proposal.TextBody, Does.Contain("ou choisissez ici :").And.Contain($"{Hub.Address}call/"));

        await MailWorld.Post(Hub, MailWorld.Answer(proposal, "lucie@customer.example", answer));
        var confirmed = await smtp.To("lucie@customer.example", 3);
        Assert.That(confirmed.TextBody, Does.Contain("au numéro qui se termine par 78").And.Contain("Claire ou un collègue vous appellera, du +33 1 84 80 00 00"));
        var state = await Row(id);
        Assert.That((state.Channel, state.CallTo, state.CallAt is null), Is.EqualTo((ChannelKind.Phone, Lucie, soon)));
        if (soon)
            await Accepts(claire, 1);
    }

    [Test]
    public async Task After_the_end_the_page_opens_the_conversation_again()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var id = await Asks(lucie);
        await Sees(lucie, "joined");
        await claire.Ask("Resolve", new { conversation = id, outcome = "solved" });
        var page = Hub.Get<SupportHub.Delivery.CallPages>().Of(1, id)!;

        using var asked = await Post(page, "06 12 34 56 78", null);
        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var state = await Row(id);
        Assert.That((state.Status, state.Channel, state.Outcome), Is.EqualTo((ConversationStatus.Waiting, ChannelKind.Phone, (string?)null)));
        await Accepts(claire, 1);
    }

    [Test]
    public async Task The_link_of_a_conversation_that_is_over_leads_to_the_one_that_goes_on()
    {
        await using var claire = await World.Agent(Hub, 1);
        await using var lucie = await World.Visitor(Hub.Address);
        var first = await Asks(lucie);
        await Sees(lucie, "joined");
        await claire.Ask("Resolve", new { conversation = first, outcome = "solved" });
        var page = Hub.Get<SupportHub.Delivery.CallPages>().Of(1, first)!;
        var second = await Asks(lucie, session: 2);

        using (var asked = await Post(page, "06 12 34 56 78", null))
            Assert.That(await asked.Content.ReadAsStringAsync(), Does.Contain("at the number that ends in 78"));
        Assert.That(((await Row(first)).Status, (await Row(second)).Channel), Is.EqualTo((ConversationStatus.Resolved, ChannelKind.Phone)));
        using (var cancelled = await Browser.PostAsync(new Uri($"{page}/cancel"), null))
            Assert.That(await cancelled.Content.ReadAsStringAsync(), Does.Contain("You will not be called."));
        Assert.That((await Row(second)).Channel, Is.EqualTo(ChannelKind.Chat));
    }

    [Test]
    public async Task A_link_that_is_none_of_ours_opens_nothing()
    {
        await using var lucie = await World.Visitor(Hub.Address);
        var token = Hub.Get<SupportHub.Delivery.CallPages>().Token(await Asks(lucie));
        foreach (var wrong in new[] { "x", token[..^2] + (token[^2] == 'A' ? "BA" : "AA"), new string('A', 500) })
        {
            using var answer = await Browser.GetAsync(new Uri(Hub.Address, $"call/{wrong}"));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("This page is not there any more"));
        }
    }

    private static async Task<HttpResponseMessage> Post(string page, string number, long? at)
    {
        using var form = new FormUrlEncodedContent([new("number", number), new("country", "FR"), new("at", $"{at}")]);
        return await Browser.PostAsync(new Uri(page), form);
    }

    private async Task<Conversation> Row(long id) => (await Hub.Get<OpenConversations>().Get(id))!.State;

    [GeneratedRegex(@"https?://\S+/call/\S+")]
    private static partial Regex Link();
}
