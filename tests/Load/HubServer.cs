using Microsoft.Extensions.Hosting;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportHub.Agents;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Load;

/// <summary>The product as it ships, with a site and as many agents as the measurement needs; each agent takes one chat.</summary>
internal static class HubServer
{
    public const string Origin = "http://shop.example";
    public const string SiteKey = "load";
    private const string SmtpOption = "--smtp=";

    public static async Task<int> Run(string[] args)
    {
        var agents = int.Parse(args[0], CultureInfo.InvariantCulture);
        var smtp = args.FirstOrDefault(a => a.StartsWith(SmtpOption, StringComparison.Ordinal))?[SmtpOption.Length..];
        var app = HubHost.Create([.. args[1..].Where(a => !a.StartsWith(SmtpOption, StringComparison.Ordinal))], builder => builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning));
        await Seed(app.Services.GetRequiredService<Database>(), agents);
        await app.StartAsync();
        foreach (var agent in app.Services.GetRequiredService<AgentDirectory>().All)
            Console.WriteLine($"agent {agent.Id} {Tests.World.Cookie(app.Services, agent)}");
        if (smtp is not null)
            Console.WriteLine($"mail {await ConnectMail(app.Services.GetRequiredService<MailboxDesk>(), int.Parse(smtp, CultureInfo.InvariantCulture))}");
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <returns>The secret that signs posted mails.</returns>
    private static async Task<string> ConnectMail(MailboxDesk desk, int smtp)
    {
        var saved = await desk.Update(
            1, new Mailbox("support@load.example", null, new MailServer("127.0.0.1", smtp, MailSecurity.None), null, null, null, MailSignIn.None, true, []), "");
        return saved.Value!.Inbound!.Secret;
    }

    private static async Task Seed(Database database, int agents)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO sites (id, site_key, name, origins, languages, color, phone, pre_chat, wording, created_at)
            VALUES (1, @key, 'Load', @origins, '["en"]', '#0f6b5c', NULL, '{"topic":"hidden","name":"hidden","email":"hidden"}', '{}', 0)
            """,
            new { key = SiteKey, origins = SiteJson.Write(new[] { Origin }) });
        for (var id = 1; id <= agents; id++)
            await connection.ExecuteAsync(
                """
                INSERT INTO agents (id, email, normalized_email, first_name, last_name, pronoun, role, capacity, language, security_stamp, two_factor, failed_sign_ins, created_at)
                VALUES (@id, @email, @email, 'Agent', 'Load', 0, 0, 1, 'en', 'stamp', @no, 0, 0)
                """,
                new { id, email = $"A{id}@EXAMPLE.COM", no = false });
    }
}
