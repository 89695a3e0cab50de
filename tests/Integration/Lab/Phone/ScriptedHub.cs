using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using SupportHub.Callbacks.Twilio;
using SupportHub.Tests;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The hub's webhooks: remembers what it is told, answers with TwiML, and believes nothing that is not signed.</summary>
internal sealed class ScriptedHub(string token) : IAsyncDisposable
{
    private readonly ConcurrentQueue<Told> _told = new();
    private WebApplication? _app;

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>By path. What has none is answered 404.</summary>
    public ConcurrentDictionary<string, Func<Told, string>> Answers { get; } = new() { ["/status"] = _ => "" };

    /// <summary>In the order in which it came.</summary>
    public IReadOnlyList<Told> All => [.. _told];

    public IEnumerable<Told> At(string path) => _told.Where(told => told.Path == path);

    public void Answer(string path, string twiml) => Answers[path] = _ => twiml;

    /// <summary>The reports on calls to a number: their statuses, in the order in which they came.</summary>
    public string[] Reports(string to) => [.. At("/status").Where(told => told["To"] == to && told["CallStatus"].Length > 0).Select(told => told["CallStatus"])];

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.MapFallback((RequestDelegate)Take);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private async Task Take(HttpContext http)
    {
        var form = http.Request.HasFormContentType
            ? (await http.Request.ReadFormAsync()).SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? ""))).ToList()
            : [];
        var told = new Told(http.Request.Path, http.Request.Method, form, TwilioSignature.IsGood(token, http.Request.GetEncodedUrl(), form, http.Request.Headers[TwilioSignature.Header]));
        _told.Enqueue(told);
        if (!Answers.TryGetValue(told.Path, out var answer))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = "text/xml";
        await http.Response.WriteAsync(answer(told));
    }
}

internal sealed record Told(string Path, string Method, IReadOnlyList<KeyValuePair<string, string>> Form, bool IsSigned)
{
    /// <summary>Empty where it is not there.</summary>
    public string this[string name] => Form.FirstOrDefault(f => f.Key == name).Value ?? "";

    public StatusReport Report => StatusReport.Read(name => Form.Any(f => f.Key == name) ? this[name] : null)!;
}
