using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace SupportHub.Tests.Agents;

/// <summary>Speaks the settings' JSON over HTTP for somebody who is signed in, with none of our contracts.</summary>
public sealed class SettingsClient : IDisposable
{
    private readonly PageVisitor _browser;
    private string _token = "";

    private SettingsClient(PageVisitor browser)
    {
        _browser = browser;
    }

    public static async Task<SettingsClient> SignIn(InProcessHub hub, string email)
    {
        var client = new SettingsClient(new PageVisitor(hub.Address));
        await client._browser.SignIn(email, Given.Password);
        client._token = (string?)(await client.Send(HttpMethod.Get, "/api/session")).Body?["antiforgeryToken"] ?? "";
        return client;
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> Get(string path) => Send(HttpMethod.Get, path);

    public Task<(HttpStatusCode Status, JsonNode? Body)> Post(string path, string json = "{}") => Send(HttpMethod.Post, path, json);

    public Task<(HttpStatusCode Status, JsonNode? Body)> Put(string path, string json) => Send(HttpMethod.Put, path, json);

    public async Task<HttpStatusCode> PostWithoutToken(string path)
    {
        using var answer = await _browser.Send(new HttpRequestMessage(HttpMethod.Post, path));
        return answer.StatusCode;
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> PutFile(string path, byte[] content)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        request.Headers.Add("X-CSRF-TOKEN", _token);
        return await Read(await _browser.Send(request));
    }

    public void Dispose() => _browser.Dispose();

    private async Task<(HttpStatusCode Status, JsonNode? Body)> Send(HttpMethod method, string path, string? json = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (method != HttpMethod.Get)
            request.Headers.Add("X-CSRF-TOKEN", _token);
        return await Read(await _browser.Send(request));
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
        }
    }
}
