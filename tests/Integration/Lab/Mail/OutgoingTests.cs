using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Mail;

/// <summary>What a customer wrote while the hub was away, or not willing.</summary>
public sealed class OutgoingTests
{
    private const string From = "lucie@exemple.example";

    [Test]
    public async Task Mail_waits_while_the_hub_is_away_also_over_a_restart_and_goes_in_its_order_when_it_is_back()
    {
        await using var world = await MailWorld.Start(hubIsThere: false);
        await Write(world, "one");
        await Write(world, "two");
        await Says(world, "The hub does not answer.", "Waits for the hub");
        Assert.That(world.Files(From, "outgoing"), Has.Length.EqualTo(2));
        await world.StopMail();
        await world.StartMail();

        await world.Hub.Start();
        Assert.That((await world.Hub.Mail(1)).Subject, Is.EqualTo("one"));
        Assert.That((await world.Hub.Mail(2)).Subject, Is.EqualTo("two"));
        await Eventually.Succeeds(async () => Assert.That(await Mailbox(world), Does.Contain("The hub has it").And.Not.Contain("Waits").And.Not.Contain("does not answer")));
        Assert.That(world.Files(From, "outgoing"), Is.Empty);
        Assert.That(world.Files(From, "sent"), Has.Length.EqualTo(2));
    }

    [TestCase(StatusCodes.Status503ServiceUnavailable, "The hub is not taking mail now.")]
    [TestCase(StatusCodes.Status404NotFound, "The hub is not taking mail now.")]
    [TestCase(StatusCodes.Status401Unauthorized, "the secrets differ")]
    public async Task Mail_waits_until_the_hub_takes_it(int answer, string said)
    {
        await using var world = await MailWorld.Start();
        world.Hub.Answer = answer;
        await Write(world, "patient");
        await Says(world, said, "Waits for the hub");

        world.Hub.Answer = StatusCodes.Status200OK;
        Assert.That((await world.Hub.Mail()).Subject, Is.EqualTo("patient"));
        await Says(world, "The hub has it", "The hub has it");
    }

    [Test]
    public async Task A_mail_that_is_too_large_for_the_hub_is_shown_as_refused_and_holds_up_nothing()
    {
        await using var world = await MailWorld.Start();
        world.Hub.Answer = StatusCodes.Status413PayloadTooLarge;
        await Write(world, "large", new string('a', 30_000_000));
        await Says(world, "Not taken", "Not taken");

        world.Hub.Answer = StatusCodes.Status200OK;
        await Write(world, "small");
        Assert.That((await world.Hub.Mail()).Subject, Is.EqualTo("small"));
        Assert.That(world.Hub.Taken, Has.Count.EqualTo(1));
        Assert.That(world.Files(From, "refused"), Has.Length.EqualTo(1));
    }

    private static async Task Write(MailWorld world, string subject, string attached = "")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(From), "from" },
            { new StringContent("hosting-en@rhin.example"), "to" },
            { new StringContent(subject), "subject" },
            { new StringContent("Hello"), "text" },
        };
        if (attached.Length > 0)
            form.Add(new StringContent(attached), "files", "large.txt");
        (await world.Browser.PostAsync("/write", form)).EnsureSuccessStatusCode();
    }

    private static Task Says(MailWorld world, params string[] words) => Eventually.Succeeds(async () =>
    {
        var page = await Mailbox(world);
        foreach (var word in words)
            Assert.That(page, Does.Contain(word));
    });

    private static Task<string> Mailbox(MailWorld world) => world.Browser.GetStringAsync($"/m/{From}");
}
