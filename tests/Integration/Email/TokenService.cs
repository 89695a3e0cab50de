using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>An OAuth2 token service that replaces the refresh token each time: r1 gives a1 and r2, r2 gives a2 and r3.</summary>
internal sealed class TokenService : IAsyncDisposable
{
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _asked = new();
    private readonly WebApplication _app;
    private int _next = 1;

    private TokenService(WebApplication app, Uri url) => (_app, Url) = (app, url);

    public Uri Url { get; }

    /// <summary>The forms that were posted.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Asked => [.. _asked];

    public static async Task<TokenService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}/");
        builder.WebHost.UseUrls(address.ToString());
        var service = new TokenService(builder.Build(), new Uri(address, "token"));
        service._app.MapPost("/token", service.Answer);
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Answer(HttpRequest request)
    {
        var form = (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        _asked.Enqueue(form);
        if (form["grant_type"] == "client_credentials")
            return Results.Json(new { access_token = "own", expires_in = 3600 });
        var at = _next;
        if (form["refresh_token"] != $"r{at}" || Interlocked.CompareExchange(ref _next, at + 1, at) != at)
            return Results.Json(new { error = "invalid_grant", error_description = "The refresh token was used." }, statusCode: 400);
        return Results.Json(new { access_token = $"a{at}", expires_in = 3600, refresh_token = $"r{at + 1}" });
    }
}
