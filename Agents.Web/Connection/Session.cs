using System.Net;
using System.Text.Json;

namespace SupportHub.AgentsWeb.Connection;

/// <summary>The sign-in that this page lives on.</summary>
public sealed class Session(HttpClient http)
{
    /// <summary>For the header X-CSRF-TOKEN of everything that writes over HTTP.</summary>
    public string Token { get; private set; } = "";

    /// <returns>False only where the server says that nobody is signed in; an unreachable server says nothing about that.</returns>
    public async Task<bool> Check()
    {
        try
        {
            using var answer = await http.GetAsync("api/session");
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return false;
            if (!answer.IsSuccessStatusCode)
                return true;
            // A proxy or the cookie scheme may answer with the sign-in page instead of 401.
            if (answer.Content.Headers.ContentType?.MediaType != "application/json")
                return false;
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            if (json.RootElement.TryGetProperty("antiforgeryToken", out var token))
                Token = token.GetString() ?? "";
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            return true;
        }
    }
}
