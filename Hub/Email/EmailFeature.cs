using SupportHub.Delivery;
using SupportHub.Email.Intake;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Sending;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Email;

public static class EmailFeature
{
    public static IServiceCollection AddEmail(this IServiceCollection services) => services
        .AddSingleton<MailboxSql>()
        .AddSingleton<MailboxSecrets>()
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

    public static void MapEmail(this WebApplication app)
    {
        app.MapMailboxes();
        app.MapMails();
    }
}
