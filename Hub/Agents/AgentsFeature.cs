namespace SupportHub.Agents;

public static class AgentsFeature
{
    public static IServiceCollection AddAgents(this IServiceCollection services) =>
        services
            .AddSingleton<AgentDirectory>()
            .AddSingleton<CannedReplyDirectory>()
            .AddHostedService<DirectoriesLoop>();

    public static void MapAgents(this WebApplication app)
    {
    }
}
