using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Tests;

/// <summary>A small company: one site with a topic, and agents. Its rows are written before a hub runs on the database.</summary>
public static class World
{
    public const string Origin = "http://shop.example";
    public const string SiteKey = "shop";
    public const long Topic = 11;
    public const string Password = "correct horse battery";

    /// <summary>Slow to make, on purpose; the same serves every test.</summary>
    private static readonly string PasswordHash = new Microsoft.AspNetCore.Identity.PasswordHasher<AgentLogin>().HashPassword(new AgentLogin(), Password);

    /// <summary>The site and agents 1, 2, 3… with these first names, each with room for <paramref name="capacity"/> chats.</summary>
    public static async Task Seed(TestDatabase database, int capacity, params IEnumerable<string> firstNames)
    {
        var store = new Database(Options.Create(new StorageOptions { Postgres = database.Postgres, Folder = database.Folder }));
        store.Migrate();
        await using var connection = await store.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO sites (id, site_key, name, origins, languages, color, phone, pre_chat, wording, created_at)
            VALUES (1, @key, 'Shop', @origins, '["en","fr"]', '#0f6b5c', NULL, '{"topic":"optional","name":"optional","email":"optional"}', '{}', 0)
            """,
            new { key = SiteKey, origins = SiteJson.Write(new[] { Origin }) });
        await connection.ExecuteAsync(
            "INSERT INTO topics (id, site_id, position, title) VALUES (@id, 1, 1, @title)", new { id = Topic, title = """{"en":"Domains","fr":"Domaines"}""" });
        var id = 0L;
        foreach (var firstName in firstNames)
            await connection.ExecuteAsync(
                """
                INSERT INTO agents (id, email, normalized_email, first_name, last_name, pronoun, role, capacity, language, password_hash, security_stamp, two_factor, failed_sign_ins, created_at)
                VALUES (@id, @email, @normalized, @firstName, 'Test', 1, @role, @capacity, 'en', @hash, 'stamp', @no, 0, 0)
                """,
                new { id = ++id, email = $"{firstName}@example.com", normalized = $"{firstName}@example.com".ToUpperInvariant(), firstName, role = firstName == "Helene" ? (int)Role.Supervisor : (int)Role.Agent, capacity, hash = PasswordHash, no = false });
    }

    /// <summary>A new visitor's token.</summary>
    public static async Task<string> Token(Uri hub)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub, $"/api/widget/{SiteKey}/visitor"));
        request.Headers.Add("Origin", Origin);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>A visitor's connection, after its hello.</summary>
    public static async Task<RawSignalR> Visitor(Uri hub, string? token = null, string language = "en", System.Net.IPAddress? from = null)
    {
        var client = await Socket(hub, token ?? await Token(hub), from);
        await client.Ask("Hello", new { version = 1, language });
        return client;
    }

    /// <summary>A visitor's connection that has said nothing yet.</summary>
    public static Task<RawSignalR> Socket(Uri hub, string token, System.Net.IPAddress? from = null) =>
        RawSignalR.Open(new Uri(hub, $"/hubs/visitor?site={SiteKey}&access_token={Uri.EscapeDataString(token)}"), origin: Origin, from: from);

    /// <summary>An agent's connection, after its hello: online at the first.</summary>
    public static async Task<RawSignalR> Agent(Uri hub, string cookie)
    {
        var client = await RawSignalR.Open(new Uri(hub, "/hubs/agent"), cookie);
        await client.Ask("Hello", new { version = 1 });
        return client;
    }

    /// <summary>A session cookie, as signing in would give it.</summary>
    public static string Cookie(InProcessHub hub, long agent) => Cookie(hub.Services, hub.Get<AgentDirectory>().Find(agent)!);

    public static string Cookie(IServiceProvider hub, AgentAccount agent)
    {
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(
            SessionCookie.Principal(agent),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(1) },
            SessionCookie.Scheme);
        var options = hub.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        return string.Create(CultureInfo.InvariantCulture, $"{SessionCookie.Name}={options.TicketDataFormat.Protect(ticket)}");
    }

    public static async Task<RawSignalR> Agent(InProcessHub hub, long agent) => await Agent(hub.Address, Cookie(hub, agent));
}
