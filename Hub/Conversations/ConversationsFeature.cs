namespace SupportHub.Conversations;

public static class ConversationsFeature
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<OpenConversations>()
        .AddSingleton<Timeline>()
        .AddSingleton<ChangedHeads>()
        .AddSingleton<CommitFeed>()
        .AddSingleton<Journal>()
        .AddHostedService<OpenConversationsLoad>()
        .AddHostedService(s => s.GetRequiredService<CommitFeed>())
        .AddHostedService(s => s.GetRequiredService<Journal>());
}
