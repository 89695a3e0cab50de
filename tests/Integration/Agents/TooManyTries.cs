using System.Diagnostics;
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

        // A try comes back every five seconds, also while a busy machine stands still.
        var tries = 0;
        var began = Stopwatch.StartNew();
        while (await MayTry())
            tries++;

        Assert.That(tries, Is.InRange(SignInLimit.TriesAtOnce, SignInLimit.TriesAtOnce + (int)(began.Elapsed / TimeSpan.FromSeconds(5))));
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(browser.Last.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(browser.Text, Does.Contain("many tries to sign in"));
        await browser.Open("/sign-in");
        Assert.That(browser.Status, Is.Not.EqualTo(HttpStatusCode.TooManyRequests));

        async Task<bool> MayTry()
        {
            await browser.Post("/sign-in", ("email", "claire@example.com"), ("password", $"guess {tries}"));
            return browser.Status != HttpStatusCode.TooManyRequests && tries < 1000;
        }
    }
}
