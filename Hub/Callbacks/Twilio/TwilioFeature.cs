namespace SupportHub.Callbacks.Twilio;

public static class TwilioFeature
{
    /// <summary>Twilio answers a call's creation within a few seconds; after that it is better to reconcile than to wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int LongestAnswer = 4 * 1024 * 1024;

    public static IServiceCollection AddPhoneLine(this IServiceCollection services)
    {
        // A redirect is not followed: it would post the order again, to somebody else.
        // Its loggers would write addresses, and numbers are in them.
        services.AddHttpClient(TwilioLine.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, LongestAnswer))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        return services.AddSingleton<IPhoneLine, TwilioLine>();
    }
}
