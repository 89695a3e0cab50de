using System.Collections.Concurrent;
using SupportHub.Shared;

namespace SupportHub.Email.Tokens;

/// <summary>
/// Access tokens (RFC 6749), got when one is needed and kept in memory until shortly before they end. A refresh token that the service replaces is kept
/// in the database, for the other nodes too.
/// </summary>
public sealed class AccessTokens(IHttpClientFactory http, TokenSql sql, TimeProvider clock)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "mail-tokens";

    private const long BeforeEndMs = 60_000;
    private readonly ConcurrentDictionary<MailAccount, (string Token, long UntilMs)> _held = new();
    private readonly SemaphoreSlim _one = new(1);

    /// <exception cref="TokenFailure">The service refuses, or does not answer.</exception>
    public async Task<string> Get(MailAccount account, CancellationToken cancel)
    {
        if (Held(account) is { } ready)
            return ready;
        await _one.WaitAsync(cancel);
        try
        {
            if (Held(account) is { } meanwhile)
                return meanwhile;
            var answer = await Renewed(account, cancel);
            _held[account] = (answer.Access, clock.NowMs() + (answer.Seconds * 1000L) - BeforeEndMs);
            return answer.Access;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>A server did not take it, although its time was not over.</summary>
    public void Forget(MailAccount account, string token)
    {
        if (_held.TryGetValue(account, out var held) && held.Token == token)
            _held.TryRemove(new(account, held));
    }

    private string? Held(MailAccount account) => _held.TryGetValue(account, out var held) && held.UntilMs > clock.NowMs() ? held.Token : null;

    private async Task<TokenAnswer> Renewed(MailAccount account, CancellationToken cancel)
    {
        var refresh = await RefreshToken(account);
        TokenAnswer answer;
        try
        {
            answer = await Ask(account.Tokens!, refresh, cancel);
        }
        catch (TokenFailure failure) when (failure.Refused)
        {
            // Another node may have shown it first and have been given the next one.
            if (await RefreshToken(account) is not { } next || next == refresh)
                throw;
            (refresh, answer) = (next, await Ask(account.Tokens!, next, cancel));
        }
        if (answer.Refresh is { Length: > 0 } replaced && replaced != refresh && account.SiteId is { } site)
            await sql.Keep(site, replaced);
        return answer;
    }

    private async Task<string?> RefreshToken(MailAccount account) =>
        account.Tokens!.Grant == MailGrant.Client ? null : (account.SiteId is { } site ? await sql.Read(site) : null) ?? account.Password;

    private async Task<TokenAnswer> Ask(MailTokens service, string? refresh, CancellationToken cancel)
    {
        using var client = http.CreateClient(Client);
        try
        {
            using var answer = await client.PostAsync(service.Url, new FormUrlEncodedContent(Form(service, refresh)), cancel);
            return TokenAnswer.Read(await answer.Content.ReadAsStringAsync(cancel));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new TokenFailure(refused: false, failure.Message, failure);
        }
    }

    private static Dictionary<string, string> Form(MailTokens service, string? refresh)
    {
        Dictionary<string, string> form = new() { ["client_id"] = service.ClientId!, ["grant_type"] = refresh is null ? "client_credentials" : "refresh_token" };
        if (refresh is not null)
            form["refresh_token"] = refresh;
        if (!string.IsNullOrEmpty(service.ClientSecret))
            form["client_secret"] = service.ClientSecret;
        if (!string.IsNullOrWhiteSpace(service.Scope))
            form["scope"] = service.Scope;
        return form;
    }
}
