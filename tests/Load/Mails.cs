using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportHub.Load;

/// <summary>Mails a minute, in by the signed door and out as confirmations, each with its conversation on a timeline.</summary>
internal static class Mails
{
    private const int AtOnce = 8;

    /// <summary>Within what one site may confirm in an hour.</summary>
    private const int Count = 500;

    public static async Task<int> Run(Options options)
    {
        await using var postgres = await Tests.PostgresServer.Create();
        List<(double In, double Out)> onPostgres = [], onSqlite = [];
        for (var round = 1; round <= options.Rounds; round++)
        {
            onPostgres.Add(await Measure([$"--Storage:Postgres={await postgres.CreateDatabase()}"]));
            onSqlite.Add(await Measure([]));
            Console.WriteLine($"round {round}: mails a minute in/out: PostgreSQL {Show(onPostgres[^1])}, SQLite {Show(onSqlite[^1])}");
        }
        Console.WriteLine($"mails a minute in/out, medians: PostgreSQL {Show(Medians(onPostgres))}, SQLite {Show(Medians(onSqlite))}");
        return 0;
    }

    private static async Task<(double In, double Out)> Measure(string[] storage)
    {
        using var folder = new Tests.TempFolder("load");
        await using var smtp = Tests.ScriptedSmtp.Start();
        using var server = await Server.StartHub(1, folder, [.. storage, $"--smtp={smtp.Port}"]);
        using var http = new HttpClient { BaseAddress = server.Address };
        var clock = Stopwatch.StartNew();
        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await Post(http, server.MailSecret!, number));
        var taken = clock.Elapsed.TotalMinutes;
        await Tests.Eventually.Succeeds(() => smtp.Taken.Count >= Count ? Task.CompletedTask : throw new TimeoutException($"{smtp.Taken.Count} mails went out."), TimeSpan.FromMinutes(5));
        return (Count / taken, Count / clock.Elapsed.TotalMinutes);
    }

    private static async Task Post(HttpClient http, string secret, int number)
    {
        var mail = Encoding.UTF8.GetBytes(
            $"From: Customer {number} <customer{number}@customer.example>\r\nTo: support@load.example\r\nSubject: Question {number}\r\nMessage-ID: <{number}@customer.example>\r\n" +
            "Date: Tue, 24 Nov 2026 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nA sentence of ordinary length about a domain that cannot be renewed.\r\n\r\n> What somebody wrote before\r\n");
        var time = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/mail/inbound/1") { Content = new ByteArrayContent(mail) };
        request.Headers.Add("X-SupportHub-Timestamp", time);
        request.Headers.Add("X-SupportHub-Signature", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(time + "."), .. mail])));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static string Show((double In, double Out) rate) => $"{rate.In:0}/{rate.Out:0}";

    private static (double, double) Medians(List<(double In, double Out)> rounds) => (Throughput.Median(rounds.Select(r => r.In)), Throughput.Median(rounds.Select(r => r.Out)));
}
