using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>The whole conversation as a mail, for the customer to keep.</summary>
[OnBothEngines]
public sealed class TranscriptTests(Engine engine) : MailTest(engine)
{
    [Test]
    public async Task The_conversation_goes_to_the_customer_once_without_what_is_internal_and_the_agent_sees_what_became_of_it()
    {
        await using var customer = await World.Visitor(Hub.Address, language: "fr");
        await using var claire = await World.Agent(Hub, 1);
        var id = (await customer.Ask("Start", new { session = 5, body = "Mon site est lent" })).GetProperty("id").GetInt64();
        await claire.Next("Summary", s => s.GetProperty("id").GetInt64() == id && s.GetProperty("status").GetString() == "assigned");
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id, email = Marc }), Is.EqualTo("empty"), "nobody looked at what a stranger would be sent");
        await claire.Ask("Send", new { conversation = id, session = 7, number = 1, body = "C'est réparé." });
        await claire.Ask("Note", new { conversation = id, session = 7, number = 2, body = "A difficult one." });
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id }), Is.EqualTo("no-mail"), "no address is known");
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id, email = "marc" }), Is.EqualTo("address-invalid"));

        var twice = new { conversation = id, email = Marc };
        await Task.WhenAll(customer.Ask("SendTranscript", twice), customer.Ask("SendTranscript", twice));
        var mail = await Smtp.To(Marc);
        await customer.Ask("SendTranscript", twice);
        await claire.Ask("SendTranscript", new { conversation = id });
        Assert.Multiple(() =>
        {
            Assert.That(mail.Subject, Is.EqualTo("Votre conversation avec Shop"));
            Assert.That(mail.TextBody, Does.Contain("Mon site est lent").And.Contain("Claire · ").And.Contain("C'est réparé.").And.Not.Contain("difficult"));
        });
        await Eventually.Succeeds(async () => Assert.That((await Deliveries(claire, id)).Select(d => d.State), Is.EqualTo(new[] { "sent" })));
        Assert.That(Smtp.Taken, Has.Count.EqualTo(1), "asked four times, sent once");

        await claire.Ask("Send", new { conversation = id, session = 7, number = 3, body = "Bonne journée." });
        await customer.Ask("SendTranscript", twice);
        Assert.That((await Smtp.To(Marc, 2)).TextBody, Does.Contain("Bonne journée."), "something was said since");
        foreach (var name in new[] { "a", "b", "c" })
            await customer.Ask("SendTranscript", new { conversation = id, email = $"{name}@elsewhere.example" });
        Assert.That(await customer.Refused("SendTranscript", new { conversation = id, email = "d@elsewhere.example" }), Is.EqualTo("too-fast"));
        await using var stranger = await World.Visitor(Hub.Address);
        Assert.That(await stranger.Refused("SendTranscript", twice), Is.EqualTo("unknown-conversation"));
    }
}
