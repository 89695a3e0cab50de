using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupportHub.Tests;

namespace SupportHub.Integration.Callbacks.Faults;

/// <summary>
/// Between the hub and the telephone network, in one direction: passes on what is asked and answered, remembers it, and keeps back what the test wants. A server
/// that is away looks through it like one that is away.
/// </summary>
internal sealed class CallWire : IAsyncDisposable
{
    private readonly ConcurrentQueue<Exchange> _all = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Func<Uri> _target;
    private readonly WebApplication _app;

    private CallWire(Func<Uri> target)
    {
        _target = target;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        _app = builder.Build();
        _app.Run(Pass);
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>Before it is passed on. False: it never is, and the line is cut.</summary>
    public Func<Exchange, Task<bool>> Asks { get; set; } = _ => Task.FromResult(true);

    /// <summary>Before the answer goes back. False: it never does, and the line is cut.</summary>
    public Func<Exchange, Task<bool>> Answers { get; set; } = _ => Task.FromResult(true);

    /// <summary>In the order in which it was asked.</summary>
    public IReadOnlyList<Exchange> All => [.. _all];

    public static async Task<CallWire> To(Func<Uri> target)
    {
        var wire = new CallWire(target);
        await wire._app.StartAsync();
        return wire;
    }

    /// <summary>The next question of the kind is kept back, for ever, and so are those like it.</summary>
    /// <returns>When it is there.</returns>
    public Task KeepAsked(Func<Exchange, bool> which) => Keep(which, keep => Asks = keep);

    /// <summary>The same, once it is answered: whoever was asked has done it.</summary>
    public Task KeepAnswered(Func<Exchange, bool> which) => Keep(which, keep => Answers = keep);

    public void LetAllPass() => Asks = Answers = _ => Task.FromResult(true);

    /// <summary>The same once more, with its signature, as a network does that is late or did not hear the answer.</summary>
    public Task<HttpResponseMessage> Repeat(Exchange exchange, string? body = null) => Send(exchange, body ?? exchange.Body, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private static Task Keep(Func<Exchange, bool> which, Action<Func<Exchange, Task<bool>>> set)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        set(async exchange =>
        {
            if (!which(exchange))
                return true;
            there.TrySetResult();
            await Task.Delay(Timeout.Infinite, exchange.Over).ContinueWith(_ => { }, TaskScheduler.Default);
            return false;
        });
        return there.Task.WaitAsync(LongEnough.Usually);
    }

    private async Task Pass(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var exchange = new Exchange(http.Request.Method, $"{http.Request.Path}{http.Request.QueryString}", await reader.ReadToEndAsync(), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()), http.RequestAborted);
        _all.Enqueue(exchange);
        if (!await Asks(exchange) || !await Answered(exchange, http))
            http.Abort();
    }

    private async Task<bool> Answered(Exchange exchange, HttpContext http)
    {
        var since = Stopwatch.StartNew();
        try
        {
            using var answer = await Send(exchange, exchange.Body, http.RequestAborted);
            var said = await answer.Content.ReadAsStringAsync();
            exchange.Violations = answer.Headers.TryGetValues("sl-violations", out var violations) ? string.Join(' ', violations) : "";
            (exchange.Said, exchange.Took, exchange.Status) = (said, since.Elapsed, answer.StatusCode);
            if (!await Answers(exchange))
                return false;
            http.Response.StatusCode = (int)answer.StatusCode;
            if (answer.Content.Headers.ContentType is { } type)
                http.Response.ContentType = type.ToString();
            if (said.Length > 0)
                await http.Response.WriteAsync(said);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private Task<HttpResponseMessage> Send(Exchange exchange, string body, CancellationToken cancel)
    {
        var request = new HttpRequestMessage(new HttpMethod(exchange.Method), new Uri(_target(), exchange.Path));
        if (exchange.Method != "GET")
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));
        foreach (var name in new[] { "Authorization", "X-Twilio-Signature" })
            if (exchange.Headers.TryGetValue(name, out var value))
                request.Headers.TryAddWithoutValidation(name, value);
        return _http.SendAsync(request, cancel);
    }
}

/// <summary>A question and, once there is one, its answer.</summary>
/// <param name="Path">With its query.</param>
/// <param name="Over">Whoever asked has gone.</param>
internal sealed record Exchange(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers, CancellationToken Over)
{
    /// <summary>Set last: whoever sees it sees the rest.</summary>
    public HttpStatusCode? Status { get; set; }

    public string Said { get; set; } = "";

    public TimeSpan Took { get; set; }

    /// <summary>What a validating proxy behind it found.</summary>
    public string Violations { get; set; } = "";

    /// <summary>An order to dial.</summary>
    public bool Orders => Method == "POST" && Path.EndsWith("/Calls.json", StringComparison.Ordinal);

    /// <summary>A search among the calls.</summary>
    public bool Searches => Method == "GET" && Path.Contains("/Calls.json?", StringComparison.Ordinal);

    /// <summary>To end a call, or to let it go on elsewhere.</summary>
    public bool Changes => Method == "POST" && Path.Contains("/Calls/CA", StringComparison.Ordinal);

    /// <summary>A webhook by its last name: agent, key, dialled…</summary>
    public bool IsHook(string name) => Path.Split('?')[0].EndsWith($"/{name}", StringComparison.Ordinal);
}
