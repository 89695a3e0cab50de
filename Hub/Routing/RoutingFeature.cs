using SupportHub.Conversations;

namespace SupportHub.Routing;

public static class RoutingFeature
{
    public static IServiceCollection AddDispatching(this IServiceCollection services) => services
        .AddSingleton<Presences>()
        .AddSingleton<WaitingCards>()
        .AddSingleton<Dispatcher>()
        .AddHostedService(s => s.GetRequiredService<Dispatcher>())
        .AddHostedService<PresenceLoop>();
}
