using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Polly;

namespace SupportHub.Callbacks.Twilio;

/// <summary>
/// A thin client of Twilio's Calls resource. Reading and ending are tried again where that may help, since doing them twice changes nothing. Creating goes out
/// once, and only an answer that says so counts as "nothing was dialled".
/// </summary>
public sealed class TwilioLine(IHttpClientFactory http, TimeProvider clock) : IPhoneLine
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "phone-line";

    private readonly ResiliencePipeline<Reply> _again = TwilioRetries.Build(clock);

    public async Task<Placement> Place(PhoneAccount account, CallOrder order, CancellationToken cancel)
    {
        var reply = await Ask(account, HttpMethod.Post, TwilioCalls.All(account), TwilioCalls.Create(order), cancel);
        return reply switch
        {
            { Trouble: LineTrouble.NoConnection } => new Placement.Refused(new LineRefusal(LineTrouble.NoConnection)),
            { Status: null } => new Placement.Unclear("No answer came."),
            { IsGood: true } => TwilioJson.Call(reply.Body) is { } call ? new Placement.Placed(call.Sid) : new Placement.Unclear("The answer could not be read."),
            // A proxy says 408 when it waited for the rest of a request, or for the server behind it: nobody knows which.
            { Status: HttpStatusCode.RequestTimeout or not (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError) } => new Placement.Unclear($"The answer was {(int)reply.Status}."),
            _ => new Placement.Refused(Refusal(reply)),
        };
    }

    public Task<LineAnswer<PhoneCall>> Fetch(PhoneAccount account, string sid, CancellationToken cancel) =>
        Repeatable(account, HttpMethod.Get, TwilioCalls.One(account, sid), null, TwilioJson.Call, cancel);

    public Task<LineAnswer<IReadOnlyList<PhoneCall>>> List(PhoneAccount account, CallSearch search, CancellationToken cancel) =>
        Repeatable(account, HttpMethod.Get, TwilioCalls.Found(account, search), null, TwilioJson.Calls, cancel);

    public Task<LineAnswer<PhoneCall>> End(PhoneAccount account, string sid, CancellationToken cancel) =>
        Repeatable(account, HttpMethod.Post, TwilioCalls.One(account, sid), TwilioCalls.End, TwilioJson.Call, cancel);

    /// <summary>Not tried again: what is said would begin anew.</summary>
    public async Task<LineAnswer<PhoneCall>> Redirect(PhoneAccount account, string sid, Uri url, CancellationToken cancel) =>
        Read(await Ask(account, HttpMethod.Post, TwilioCalls.One(account, sid), TwilioCalls.Redirect(url), cancel), TwilioJson.Call);

    private async Task<LineAnswer<T>> Repeatable<T>(
        PhoneAccount account, HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? form, Func<string, T?> read, CancellationToken cancel)
        where T : class =>
        Read(await _again.ExecuteAsync(async c => await Ask(account, method, address, form, c), cancel), read);

    private static LineAnswer<T> Read<T>(Reply reply, Func<string, T?> read)
        where T : class =>
        reply.IsGood && read(reply.Body) is { } value ? new(value, null) : new(null, Refusal(reply));

    private static LineRefusal Refusal(Reply reply)
    {
        if (reply.Status is not { } status || reply.IsGood)
            return new LineRefusal(reply.Trouble ?? LineTrouble.ServiceAway);
        var (code, said) = TwilioJson.Error(reply.Body);
        return new LineRefusal(LineTroubles.Of(code, (int)status), code, said, reply.RetryAfter);
    }

    private async Task<Reply> Ask(PhoneAccount account, HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? form, CancellationToken cancel)
    {
        using var client = http.CreateClient(Client);
        using var request = new HttpRequestMessage(method, address) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.User}:{account.Secret}")));
        try
        {
            using var answer = await client.SendAsync(request, cancel);
            return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel), null, TwilioRetries.Wanted(answer.Headers.RetryAfter, clock.GetUtcNow()));
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new Reply(null, "", LineTrouble.NoConnection, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new Reply(null, "", LineTrouble.ServiceAway, null);
        }
    }

    /// <param name="Status">Null: none came.</param>
    /// <param name="Trouble">Why none came.</param>
    internal sealed record Reply(HttpStatusCode? Status, string Body, LineTrouble? Trouble, TimeSpan? RetryAfter)
    {
        public bool IsGood => Status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices;
    }
}
