using System.Net;

namespace SupportHub.Unit.Callbacks.Twilio;

/// <summary>Answers each request with the next of what the test says, and the last of it from then on.</summary>
internal sealed class ScriptedTwilio(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler, IHttpClientFactory
{
    public const string Call = """{"sid":"CA00000000000000000000000000000001","status":"queued","date_created":"Sat, 28 Nov 2026 01:00:00 +0000"}""";

    private readonly List<(HttpRequestMessage Request, string Body)> _asked = [];

    public IReadOnlyList<(HttpRequestMessage Request, string Body)> Asked => _asked;

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Says(int status, string body = "", string? retryAfter = null) => (_, _) =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        if (retryAfter is not null)
            answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return Task.FromResult(answer);
    };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Error(int status, int code, string message = "No.") =>
        Says(status, $$"""{"code":{{code}},"message":"{{message}}","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""");

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Fails(HttpRequestError error) => (_, _) => throw new HttpRequestException(error);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Silence() => async (_, cancel) =>
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException();
    };

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { Timeout = TimeSpan.FromMilliseconds(200) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add((request, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return await script[Math.Min(_asked.Count, script.Length) - 1](request, cancellationToken);
    }
}
