using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using MimeKit;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Mail;

/// <summary>The hub's door for mail, and nothing else of it. Checks signatures with its own few lines.</summary>
internal sealed class StubHub : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _taken = new();
    private WebApplication? _app;

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>What every mail is answered from now on.</summary>
    public int Answer { get; set; } = StatusCodes.Status200OK;

    public int Asked { get; private set; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<byte[]> Taken => [.. _taken];

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.MapPost("/api/mail/inbound", (Delegate)Take);
        await _app.StartAsync();
    }

    /// <summary>The mail that came last, once there are so many.</summary>
    public async Task<MimeMessage> Mail(int number = 1)
    {
        var raw = await Eventually.Gives(() => Taken.Count >= number ? Taken[number - 1] : null);
        return await MimeMessage.LoadAsync(new MemoryStream(raw));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task<IResult> Take(HttpContext http)
    {
        Asked++;
        if (Answer != StatusCodes.Status200OK)
            return Results.StatusCode(Answer);
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        using var mail = new MemoryStream();
        await http.Request.Body.CopyToAsync(mail);
        var timestamp = http.Request.Headers["X-SupportHub-Timestamp"].ToString();
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. mail.ToArray()];
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(MailWorld.Secret), signed);
        var age = TimeProvider.System.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        if (http.Request.Headers["X-SupportHub-Signature"] != "sha256=" + Convert.ToHexString(expected).ToLowerInvariant()
            || age.Duration() > TimeSpan.FromMinutes(1)
            || MediaTypeHeaderValue.Parse(http.Request.ContentType!).MediaType != "message/rfc822")
            return Results.Unauthorized();
        _taken.Enqueue(mail.ToArray());
        return Results.Ok();
    }
}
