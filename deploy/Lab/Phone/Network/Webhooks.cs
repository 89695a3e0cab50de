using System.Collections.Concurrent;

namespace SupportHub.Lab.Phone.Network;

/// <summary>Asks and tells the hub, signed. What did not work is remembered for the page.</summary>
public sealed class Webhooks(LabPhoneSettings settings, Exchange exchange) : IDisposable
{
    private const int Remembered = 20;

    /// <summary>As long as Twilio waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
    private readonly ConcurrentQueue<string> _troubles = new();

    /// <summary>Newest last: path and what was answered.</summary>
    public IReadOnlyList<string> Troubles => [.. _troubles];

    /// <returns>The body; null where there is no good answer.</returns>
    public async Task<string?> Ask(WebhookAddress address, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken cancel)
    {
        try
        {
            using var request = Request(address, parameters);
            using var answer = await _http.SendAsync(request, cancel);
            if (answer.IsSuccessStatusCode)
                return await answer.Content.ReadAsStringAsync(cancel);
            Remember(address, $"{(int)answer.StatusCode}");
        }
        catch (Exception failure) when (failure is HttpRequestException or NotSupportedException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            Remember(address, failure is TaskCanceledException ? "…" : "—");
        }
        return null;
    }

    public void Remember(WebhookAddress address, string what)
    {
        _troubles.Enqueue($"{address.Url.PathAndQuery}: {what}");
        while (_troubles.Count > Remembered)
            _troubles.TryDequeue(out _);
        exchange.News.Tell();
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(WebhookAddress address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var posts = address.Method != "GET";
        var url = posts ? address.Url.AbsoluteUri : WithQuery(address.Url, parameters);
        var request = new HttpRequestMessage(posts ? HttpMethod.Post : HttpMethod.Get, url) { Content = posts ? new FormUrlEncodedContent(parameters) : null };
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(settings.AuthToken, url, posts ? parameters : []));
        return request;
    }

    private static string WithQuery(Uri url, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        $"{url.AbsoluteUri}{(url.Query.Length > 0 ? '&' : '?')}{string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"))}";
}
