using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportHub.AgentsWeb.Connection;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings;

/// <summary>The settings over HTTP. A write whose token is out of date gets a new one and is tried once more.</summary>
public sealed class SettingsClient(HttpClient http, SignIn signIn)
{
    private const string TokenHeader = "X-CSRF-TOKEN";

    public Task<Answer<T>> Read<T>(string path)
        where T : class => Send<T>(HttpMethod.Get, path, null);

    public Task<Answer<T>> Post<T, TBody>(string path, TBody body)
        where T : class => Send<T>(HttpMethod.Post, path, () => JsonContent.Create(body, WireJson.Info<TBody>()));

    public Task<Answer<T>> Post<T>(string path)
        where T : class => Send<T>(HttpMethod.Post, path, null);

    public Task<Answer<T>> Put<T, TBody>(string path, TBody body)
        where T : class => Send<T>(HttpMethod.Put, path, () => JsonContent.Create(body, WireJson.Info<TBody>()));

    public Task<Answer<T>> Put<T>(string path, byte[] file)
        where T : class => Send<T>(HttpMethod.Put, path, () => new ByteArrayContent(file));

    public Task<Answer<T>> Delete<T>(string path)
        where T : class => Send<T>(HttpMethod.Delete, path, null);

    private async Task<Answer<T>> Send<T>(HttpMethod method, string path, Func<HttpContent>? body)
        where T : class
    {
        try
        {
            for (var again = false; ; again = true)
            {
                using var request = new HttpRequestMessage(method, path) { Content = body?.Invoke() };
                if (method != HttpMethod.Get)
                    request.Headers.Add(TokenHeader, signIn.Token);
                using var answer = await http.SendAsync(request);
                var said = await Understand<T>(answer);
                if (said is not null)
                    return said;
                if (again)
                    return Answer<T>.Failed(Trouble.NotAllowed);
                await signIn.Check();
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            return Answer<T>.Failed(Trouble.Unreachable);
        }
    }

    /// <returns>Null where the token was out of date.</returns>
    private static async Task<Answer<T>?> Understand<T>(HttpResponseMessage answer)
        where T : class => answer.StatusCode switch
    {
        HttpStatusCode.OK => Answer<T>.Of((await answer.Content.ReadFromJsonAsync(WireJson.Info<T>()))!),
        HttpStatusCode.NoContent => new(null, new Dictionary<string, string>(), Trouble.None),
        HttpStatusCode.NotFound => Answer<T>.Failed(Trouble.Gone),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Answer<T>.Failed(Trouble.NotAllowed),
        HttpStatusCode.BadRequest => await Faults<T>(answer),
        _ => Answer<T>.Failed(Trouble.Unreachable),
    };

    private static async Task<Answer<T>?> Faults<T>(HttpResponseMessage answer)
        where T : class
    {
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        if (problem?["errors"] is not JsonObject errors)
            return null;
        var faults = errors.ToDictionary(e => e.Key, e => (string?)e.Value?[0] ?? "");
        return new Answer<T>(null, faults, Trouble.Faults);
    }
}
