using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using SupportHub.AgentsWeb;
using SupportHub.AgentsWeb.Calls.Board;
using SupportHub.AgentsWeb.Composer;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Email;
using SupportHub.AgentsWeb.Notices;
using SupportHub.AgentsWeb.Offers;
using SupportHub.AgentsWeb.Palette;
using SupportHub.AgentsWeb.Presence;
using SupportHub.AgentsWeb.Settings;
using SupportHub.AgentsWeb.Strings;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSingleton(new Random())
    .AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) })
    .AddSingleton<SignIn>()
    .AddSingleton<Browser>()
    .AddSingleton<Line>()
    .AddSingleton<ServerClock>()
    .AddSingleton<Beat>()
    .AddSingleton<Team>()
    .AddSingleton<OutboxLoop>()
    .AddSingleton<UploadDesk>()
    .AddSingleton<ConversationDesk>()
    .AddSingleton<Words>()
    .AddSingleton<Preferences>()
    .AddSingleton<Toasts>()
    .AddSingleton<OfferDesk>()
    .AddSingleton<Bell>()
    .AddSingleton<Shortcuts>()
    .AddSingleton<PaletteContents>()
    .AddSingleton<SettingsClient>()
    .AddSingleton<AsideDesk>()
    .AddTransient<BoardDesk>()
    .AddSingleton<Desk>();
await builder.Build().RunAsync();
