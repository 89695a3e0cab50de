using SupportHub.Delivery;
using SupportHub.Email.Intake;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Sending;
using SupportHub.Email.Tokens;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Email;

public static class EmailFeature
{
    public static IServiceCollection AddEmail(this IServiceCollection services) => services
        .AddTokens()
        .AddSingleton<MailboxSql>()
        .AddSingleton<MailboxSecrets>()
        .AddSingleton<MailServers>()
        .AddDirectory<MailboxDirectory>()
        .AddSingleton<MailboxTrial>()
        .AddSingleton<MailboxDesk>()
        .AddSingleton(s => new ServedChannel(ChannelKind.Email, site => s.GetRequiredService<MailboxDirectory>().Of(site.Id) is not null, s.GetRequiredService<AnswerTimes>().Of))
        .AddSingleton<Confirmations>()
        .AddDirectory<AnswerTimes>()
        .AddSingleton<Promises>()
        .AddSingleton<TranscriptSql>()
        .AddSingleton<Transcripts>()
        .AddSingleton<ThreadSql>()
        .AddSingleton<MailSender>()
        .AddSingleton<IPost, MailPost>()
        .AddSingleton<MailSql>()
        .AddSingleton<RawMails>()
        .AddSingleton<MailNotices>()
        .AddSingleton<HeldMails>()
        .AddSingleton<MailArrival>()
        .AddSingleton<MailIntake>()
        .AddHostedService<IntakeLoop>()
        .AddSingleton<ImapFolder>()
        .AddHostedService<ImapLoop>();

    private static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddHttpClient(AccessTokens.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(15), 64 * 1024))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services.AddSingleton<TokenSql>().AddSingleton<AccessTokens>();
    }

    public static void MapEmail(this WebApplication app)
    {
        app.MapMailboxes();
        app.MapMails();
    }
}
