using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Connection;

/// <summary>The sign-in that this page lives on.</summary>
public sealed class SignIn(HttpClient http, TimeProvider clock)
{
    // Who comes back tries to connect again only after this; a server that is there answers at once.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    /// <summary>For the header X-CSRF-TOKEN of everything that writes over HTTP.</summary>
    public string Token { get; private set; } = "";

    /// <returns>False only where the server says that nobody is signed in; an unreachable server says nothing about that.</returns>
    public async Task<bool> Check()
    {
        using var late = new CancellationTokenSource(AnswersWithin, clock);
        try
        {
            using var answer = await http.GetAsync("api/session", late.Token);
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                return false;
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync(WireJson.Info<Session>(), late.Token) is { } session)
                Token = session.AntiforgeryToken;
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException)
        {
            return true;
        }
    }
}
