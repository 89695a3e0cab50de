using System.Net;
using System.Text.RegularExpressions;

namespace SupportHub.Tests.Agents;

/// <summary>A browser without scripts: keeps cookies (secure ones too, as browsers do on this machine), fills in forms, follows redirects.</summary>
public sealed partial class PageVisitor(Uri hub) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        // Certificates of tests are signed by nobody.
        SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    }) { BaseAddress = hub };

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Headers of the last cookies that were set.</summary>
    public List<string> SetCookies { get; } = [];

    public string Language { get; set; } = "en";

    public string Html { get; private set; } = "";

    public string Path { get; private set; } = "";

    public HttpStatusCode Status { get; private set; }

    public HttpResponseMessage Last { get; private set; } = null!;

    /// <summary>The page's text as a reader sees it.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " "));

    public Task Open(string path) => Go(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends the form that posts to <paramref name="action"/> on the current page with its hidden fields and these.</summary>
    public Task Submit(string action, params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Html).Single(m => Attribute(m.Value[..(m.Value.IndexOf('>') + 1)], "action") == action).Value;
        var hidden = Inputs().Matches(form).Where(i => Attribute(i.Value, "type") == "hidden").Select(i => (Attribute(i.Value, "name")!, Attribute(i.Value, "value") ?? ""));
        return Post(action, [.. hidden, .. fields]);
    }

    public Task Post(string path, params (string Name, string Value)[] fields) => Go(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    });

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        request.Headers.Add("Accept-Language", Language);
        var answer = await _http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                Keep(cookie);
        return answer;
    }

    public async Task SignIn(string email, string password)
    {
        await Open("/sign-in");
        await Submit("/sign-in", ("email", email), ("password", password));
    }

    public async Task<HttpStatusCode> SessionStatus()
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, "/api/session"));
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private async Task Go(HttpRequestMessage request)
    {
        Last = await Send(request);
        Path = request.RequestUri!.IsAbsoluteUri ? request.RequestUri.PathAndQuery : request.RequestUri.ToString();
        if (Last.Headers.Location is { } next && (int)Last.StatusCode is 302 or 303)
        {
            // "/" is the console's, whose files these tests do not need.
            if (next.ToString() is "/")
            {
                (Path, Html, Status) = ("/", "", Last.StatusCode);
                return;
            }
            await Open(Last.Headers.Location!.ToString());
            return;
        }
        Status = Last.StatusCode;
        Html = await Last.Content.ReadAsStringAsync();
    }

    private void Keep(string cookie)
    {
        SetCookies.Add(cookie);
        var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
        if (value.Length == 0)
            Cookies.Remove(name);
        else
            Cookies[name] = value;
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
