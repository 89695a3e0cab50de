using System.Net;
using Microsoft.AspNetCore.Connections;
using SupportHub.Lab.Mail.Inbox;
using SupportHub.Lab.Mail.Mailboxes;
using SupportHub.Lab.Mail.Outgoing;
using SupportHub.Lab.Mail.Smtp;

namespace SupportHub.Lab.Mail;

/// <summary>
/// All mail of the invented customers: an SMTP server that the hub sends through, and a website where every mailbox is read and answered. It
/// knows the hub only over sockets, so it runs beside one or alone.
/// </summary>
public static class LabMail
{
    /// <summary>Octets. More than the hub takes, so that its refusal can be seen.</summary>
    private const long LargestForm = 64 * 1024 * 1024;

    /// <returns>Started and stopped like any host; throws away nothing that was kept.</returns>
    public static WebApplication Create(LabMailSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestForm;
            kestrel.Listen(IPAddress.Loopback, settings.Web.Port);
            kestrel.Listen(IPAddress.Loopback, settings.SmtpPort, smtp => smtp.UseConnectionHandler<SmtpConnection>());
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Time);
        builder.Services.AddSingleton(new MailFolders(settings.Folder, settings.Time));
        builder.Services.AddSingleton(new InboundDoor(new HttpClient { Timeout = TimeSpan.FromSeconds(30) }, settings.Door, settings.Secret, settings.Time));
        builder.Services.AddSingleton<OutgoingLoop>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OutgoingLoop>());
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<InboxDesk>();
        builder.Services.AddScoped<WritingDesk>();

        var app = builder.Build();
        app.UseMiddleware<InboxGate>();
        app.MapInbox();
        return app;
    }
}
