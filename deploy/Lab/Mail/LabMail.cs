using System.Net;
using Microsoft.AspNetCore.Connections;
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
    public static WebApplication Create(LabMailSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, settings.Web.Port);
            kestrel.Listen(IPAddress.Loopback, settings.SmtpPort, smtp => smtp.UseConnectionHandler<SmtpConnection>());
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Time);
        builder.Services.AddSingleton(new MailFolders(settings.Folder, settings.Time));
        builder.Services.AddSingleton(new InboundDoor(new HttpClient { Timeout = TimeSpan.FromSeconds(30) }, settings.Hub, settings.Secret, settings.Time));
        builder.Services.AddSingleton<OutgoingLoop>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OutgoingLoop>());
        return builder.Build();
    }
}
