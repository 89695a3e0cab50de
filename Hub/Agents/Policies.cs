using Microsoft.AspNetCore.Authorization;
using SupportHub.Shared;

namespace SupportHub.Agents;

/// <summary>Names of the authorization policies. Each includes those above it; the cookie's check refuses who is disabled.</summary>
public static class Policies
{
    public const string Agent = nameof(Agent);
    public const string Supervisor = nameof(Supervisor);
    public const string Administrator = nameof(Administrator);

    public static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Agent, p => p.RequireRole(nameof(Role.Agent), nameof(Role.Supervisor), nameof(Role.Administrator)));
        options.AddPolicy(Supervisor, p => p.RequireRole(nameof(Role.Supervisor), nameof(Role.Administrator)));
        options.AddPolicy(Administrator, p => p.RequireRole(nameof(Role.Administrator)));
    }
}
