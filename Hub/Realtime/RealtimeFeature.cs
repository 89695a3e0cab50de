using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.RateLimiting;
using SupportHub.Agents;
using SupportHub.Attachments;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Realtime;

public static class RealtimeFeature
{
    public static IServiceCollection AddRealtime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitsOptions>()
            .BindConfiguration(LimitsOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<RedisOptions>()
            .BindConfiguration(RedisOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();

        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<SiteDirectory>((cors, sites) =>
            cors.AddPolicy(VisitorApi.Cors, policy => policy
                .SetIsOriginAllowed(origin => sites.All.Any(s => s.Allows(origin)))
                .WithMethods("GET", "POST", "DELETE") // The last is how long polling takes its leave.
                .WithHeaders("authorization", "content-type", "x-requested-with", "x-signalr-user-agent")
                .SetPreflightMaxAge(TimeSpan.FromHours(2))));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(VisitorApi.NewVisitors, VisitorApi.Limit);
        });
        services
            .AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = Protocol.FrameLimit;
                hub.KeepAliveInterval = TimeSpan.FromSeconds(10);
                hub.ClientTimeoutInterval = TimeSpan.FromSeconds(25);
                // A client may have several messages on their way; each is submitted in the order it came.
                hub.MaximumParallelInvocationsPerClient = 16;
                hub.AddFilter<HubGuard>();
            })
            .AddJsonProtocol(json =>
            {
                WireJson.Configure(json.PayloadSerializerOptions);
                json.PayloadSerializerOptions.Converters.Insert(0, new LenientText());
            })
            .AddMessagePackProtocol();

        services.AddSingleton<HubGuard>();
        services.AddSingleton<VisitorLines>().AddSingleton<HubLifetimeManager<VisitorHub>>(s => s.GetRequiredService<VisitorLines>());
        services.AddSingleton<AgentLines>().AddSingleton<HubLifetimeManager<AgentHub>>(s => s.GetRequiredService<AgentLines>());
        services.AddSingleton<VisitorTokens>();
        services.AddSingleton<VisitorPresence>();
        services.AddSingleton<VisitorDesk>();
        services.AddSingleton<AgentDesk>()
            .AddSingleton<AgentCalls>();
        services.AddSingleton<ConsoleSettings>();
        services.AddSingleton<AgentConnections>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Pushes>();
        services.AddSingleton<Summaries>().AddHostedService(s => s.GetRequiredService<Summaries>());
        services.AddSingleton<Teller>();
        services.AddHostedService<HeadLoop>();
        if (configuration.GetSection(RedisOptions.Section)[nameof(RedisOptions.Connection)] is { Length: > 0 })
        {
            services.AddSingleton<RedisNudges>();
            services.AddSingleton<INudges>(s => s.GetRequiredService<RedisNudges>());
            services.AddHostedService(s => s.GetRequiredService<RedisNudges>());
        }
        else
        {
            services.AddSingleton<INudges, NoNudges>();
        }
        return services;
    }

    public static void MapRealtime(this WebApplication app)
    {
        app.Services.GetRequiredService<Teller>().Start();
        app.Services.GetRequiredService<AgentDirectory>().Changed += app.Services.GetRequiredService<AgentConnections>().EndInvalid;

        // A WebSocket without negotiation can go to any node behind any load balancer. Customers' networks are not ours to choose, so visitors may
        // also come by the other transports, which need negotiation and a balancer that keeps them on their node.
        app.MapHub<VisitorHub>(Protocol.VisitorHubPath).RequireCors(VisitorApi.Cors);
        app.MapHub<AgentHub>(Protocol.AgentHubPath, o => o.Transports = HttpTransportType.WebSockets);
        app.MapVisitors();
        app.MapAttachments();
    }
}
