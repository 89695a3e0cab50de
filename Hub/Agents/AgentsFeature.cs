using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SupportHub.Agents.Pages;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;

namespace SupportHub.Agents;

public static class AgentsFeature
{
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services
            .AddDirectory<AgentDirectory>()
            .AddDirectory<CannedReplyDirectory>()
            .AddSingleton<CannedReplyDesk>()
            .AddSingleton<PictureDesk>()
            .AddHostedService<DirectoriesLoop>();
        services.AddSignIn();
        services.AddRazorComponents();
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        return services.AddProblemDetails();
    }

    public static void MapAgents(this WebApplication app)
    {
        app.MapSignInPages();
        app.MapPasswordPages();
        app.MapAccountPages();
        app.MapSetupPages();
        app.MapAgentsApi();
        app.MapPictures();
        app.MapCannedReplies();
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<LoginSql>().AddSingleton<SecondStep>();
        services.AddSingleton<AccountSql>().AddSingleton<AccountDesk>();
        services.AddScoped<SignInDesk>().AddScoped<LoginDesk>();
        services.AddSingleton<SetupCode>().AddHostedService<SetupAnnouncement>();
        services.AddIdentityCore<AgentLogin>(identity => identity.User.AllowedUserNameCharacters = "")
            .AddUserStore<LoginStore>();

        services.AddAuthentication(SessionCookie.Scheme).AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddAuthorization(Policies.Configure);
        services.AddAntiforgery(Csrf.Configure);
        services.AddRateLimiter(limits => limits.AddPolicy<string, SignInLimit>(SignInLimit.Policy));

        services.AddDataProtection().SetApplicationName("SupportHub");
        services.AddSingleton<StoredKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(p =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = p.GetRequiredService<StoredKeys>()));
        // Whoever reads the database's keys reads the accounts beside them; the advice to encrypt these alone would be repeated at each start.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }
}
