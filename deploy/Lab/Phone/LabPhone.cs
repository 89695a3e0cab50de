using System.Net;
using SupportHub.Lab.Mail.Inbox;
using SupportHub.Lab.Phone.Network;
using SupportHub.Lab.Phone.Pages;
using SupportHub.Lab.Phone.Rest;

namespace SupportHub.Lab.Phone;

/// <summary>
/// The telephone network of the invented company: it speaks Twilio's REST API for calls, does what the TwiML says that it fetches, posts signed reports, and has
/// a page where every phone can be picked up. It knows the hub only over sockets, so it runs beside one or alone. Calls are not kept.
/// </summary>
public static class LabPhone
{
    /// <returns>Started and stopped like any host.</returns>
    public static WebApplication Create(LabPhoneSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.Web.Port));
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Time);
        builder.Services.AddSingleton<Faults>();
        builder.Services.AddSingleton<Exchange>();
        builder.Services.AddSingleton<Webhooks>();
        builder.Services.AddSingleton<Reports>();
        builder.Services.AddSingleton<Script>();
        builder.Services.AddSingleton<Ringing>();
        builder.Services.AddSingleton<DialVerb>();
        builder.Services.AddSingleton<CallRunner>();
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PhonesDesk>();

        var app = builder.Build();
        // The API has a sign-in of its own, and is asked by the hub and not by browsers.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments(CallsApi.Root), pages => pages.UseMiddleware<InboxGate>());
        app.MapCalls();
        app.MapPhones();
        return app;
    }
}
