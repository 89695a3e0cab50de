using SupportHub.Agents;
using SupportHub.Callbacks;
using SupportHub.Conversations;
using SupportHub.Delivery;
using SupportHub.Email;
using SupportHub.Realtime;
using SupportHub.Routing;
using SupportHub.Routing.Reports;
using SupportHub.Routing.Settings;
using SupportHub.Shell;
using SupportHub.Sites;
using SupportHub.Startup;
using SupportHub.Storage;

namespace SupportHub;

/// <summary>The whole server, in the order in which it is put together.</summary>
public static class HubHost
{
    /// <param name="args">As on the command line: <c>--Storage:Folder=…</c>, <c>--urls=…</c>.</param>
    /// <param name="more">What a host around the hub adds: the Lab's seeds, a test's clock.</param>
    /// <param name="files">The folder with the console's and the widget's files; absent: they lie beside the program.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? more = null, string? files = null)
    {
        files ??= AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSettings(args);
        builder.QuietFailedStart();
        // The framework tells every request with its query, and a visitor's token is in the query of a WebSocket. Whoever turns the framework's
        // logs up still does not get that one.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // It warns of every page with a form that it must not be cached, which is meant.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Ids>();
        builder.Services.AddSingleton<Node>();
        builder.Services.AddStorage();
        builder.Services.AddConversations();
        builder.Services.AddSites();
        builder.Services.AddAgents();
        builder.Services.AddDispatching();
        builder.Services.AddDelivery();
        builder.Services.AddEmail();
        builder.Services.AddCallbacks();
        builder.Services.AddRealtime(builder.Configuration);
        builder.AddShell(files);
        more?.Invoke(builder);
        builder.Services.KeepClockSteady();

        var app = builder.Build();
        app.PrepareStorage();
        app.UseRouting();
        app.UseCors();
        app.UseMiddleware<HubGate>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        // The last: the framework never ends its timer, which holds whatever comes after it.
        app.UseRateLimiter();
        app.MapSites();
        app.MapWidgetFiles(files);
        app.MapAgents();
        app.MapRoutingApi();
        app.MapReports();
        app.MapRealtime();
        app.MapEmail();
        app.MapCallbacks();
        app.ListenForPosts();
        app.MapShell(files);
        return app;
    }
}
