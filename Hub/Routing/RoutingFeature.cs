using SupportHub.Conversations;
using SupportHub.Routing.Holds;
using SupportHub.Routing.Reports;
using SupportHub.Routing.Settings;
using SupportHub.Routing.Skills;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Routing;

public static class RoutingFeature
{
    private const int TeamShown = 5;

    public static IServiceCollection AddDispatching(this IServiceCollection services) => services
        .AddSingleton<Presences>()
        .AddSingleton<Func<Site, SiteNow>>(s => site => new SiteNow(HereNow(s.GetRequiredService<Presences>()), topic => s.GetRequiredService<ExpectedWaits>().Of(site, topic)))
        .AddSingleton<PresenceDesk>()
        .AddSingleton<Sayings>()
        .AddSingleton<QueueCommands>()
        .AddSingleton(Arrivals)
        .AddSingleton<Callers>()
        .AddSingleton<QueueReading>()
        .AddSingleton<OfferDesk>()
        .AddSingleton<MailDesk>()
        .AddSingleton<CardDesk>()
        .AddSingleton<WaitingCards>()
        .AddSingleton<RoutingSql>()
        .AddDirectory<RoutingDirectory>()
        .AddSingleton<RoutingDesk>()
        .AddSingleton<SkillDesk>()
        .AddSingleton<HoldDesk>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<ExpectedWaits>()
        .AddSingleton<Dispatcher>()
        .AddHostedService(s => s.GetRequiredService<Dispatcher>())
        .AddHostedService<PresenceLoop>();

    private static ArrivalRates Arrivals(IServiceProvider services)
    {
        var arrivals = new ArrivalRates(services.GetRequiredService<Node>().StartedAt);
        services.GetRequiredService<OpenConversations>().Began += began => arrivals.Came(QueueReading.NeedOf(began), began.StartedAt);
        return arrivals;
    }

    /// <summary>For the widget's first page. Every agent answers for every site, for now.</summary>
    private static IReadOnlyList<Person> HereNow(Presences presences) =>
        [.. presences.Statuses().Where(a => a is { Connected: true, Presence: Presence.Online }).Take(TeamShown).Select(a => a.Person)];
}
