namespace SupportHub.Callbacks.Twilio;

/// <summary>
/// Where Twilio reaches the hub. The same function gives an address to Twilio and says which one was signed, so that nothing that a request or a proxy says of
/// the host plays a part. Pure.
/// </summary>
public static class WebhookAddresses
{
    /// <param name="publicAddress">As configured; it may have a path, where the hub is below one.</param>
    /// <param name="pathAndQuery">Of the webhook, below that: begins with a slash, and is escaped.</param>
    public static Uri Of(Uri publicAddress, string pathAndQuery) => new($"{publicAddress.GetLeftPart(UriPartial.Path).TrimEnd('/')}{pathAndQuery}");
}
