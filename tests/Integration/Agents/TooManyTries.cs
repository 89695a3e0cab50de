using System.Net;
using NUnit.Framework;
using SupportHub.Agents.SignIn;

namespace SupportHub.Tests.Agents;

public sealed class TooManyTries
{
    [Test]
    public async Task After_thirty_tries_an_address_is_told_to_wait_and_may_still_read_the_page()
    {
        await using var hub = await InProcessHub.Start();
        using var browser = new PageVisitor(hub.Address);

        for (var i = 0; i < SignInLimit.TriesAtOnce; i++)
        {
            await browser.Post("/sign-in", ("email", "claire@example.com"), ("password", $"guess {i}"));
            Assert.That(browser.Status, Is.Not.EqualTo(HttpStatusCode.TooManyRequests));
        }
        await browser.Post("/sign-in", ("email", "claire@example.com"), ("password", "one more"));

        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(browser.Last.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(browser.Text, Does.Contain("many tries to sign in"));
        await browser.Open("/sign-in");
        Assert.That(browser.Status, Is.Not.EqualTo(HttpStatusCode.TooManyRequests));
    }
}
