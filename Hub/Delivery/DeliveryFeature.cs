using SupportHub.Conversations;

namespace SupportHub.Delivery;

public static class DeliveryFeature
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton<OutboxSql>()
        .AddSingleton<CallPages>()
        .AddSingleton<OutboxLoop>()
        .AddHostedService(s => s.GetRequiredService<OutboxLoop>());

    /// <summary>A commit may have written to the outbox: it is looked at at once.</summary>
    public static void ListenForPosts(this WebApplication app)
    {
        var outbox = app.Services.GetRequiredService<OutboxLoop>();
        app.Services.GetRequiredService<CommitFeed>().Listen(batch =>
        {
            if (batch.Any(c => c.Posts))
                outbox.Wake();
        });
    }
}
