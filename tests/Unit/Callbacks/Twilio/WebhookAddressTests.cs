using NUnit.Framework;
using SupportHub.Callbacks.Twilio;

namespace SupportHub.Unit.Callbacks.Twilio;

public sealed class WebhookAddressTests
{
    [TestCase("https://hub.example.org", "https://hub.example.org/twilio/voice/status?attempt=7")]
    [TestCase("https://hub.example.org/", "https://hub.example.org/twilio/voice/status?attempt=7")]
    [TestCase("https://HUB.example.org:8443/support/?x=1", "https://hub.example.org:8443/support/twilio/voice/status?attempt=7")]
    public void A_webhook_is_below_the_public_address(string configured, string expected) =>
        Assert.That(WebhookAddresses.Of(new Uri(configured), "/twilio/voice/status?attempt=7").AbsoluteUri, Is.EqualTo(expected));
}
