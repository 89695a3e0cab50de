using Dapper;
using SupportHub.Storage;

namespace SupportHub.Agents.SignIn;

public sealed class LoginSql(Database database, TimeProvider clock)
{
    private const string Columns =
        "SELECT id, email, normalized_email, password_hash, security_stamp, security_stamp AS loaded_stamp, authenticator_key, two_factor, recovery_codes, disabled_at FROM agents ";

    public const int TriesBeforeRest = 5;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    public async Task<AgentLogin?> ById(long id, CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<AgentLogin>(Columns + "WHERE id = @id", new { id });
    }

    public async Task<AgentLogin?> ByEmail(string normalizedEmail, CancellationToken cancel = default)
    {
        await using var connection = await database.Open(cancel);
        return await connection.QuerySingleOrDefaultAsync<AgentLogin>(Columns + "WHERE normalized_email = @normalizedEmail", new { normalizedEmail });
    }

    /// <summary>The account behind a one-time link, while the link is valid.</summary>
    public async Task<AgentLogin?> ByLink(string linkHash)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<AgentLogin>(
            Columns + "WHERE link_hash = @linkHash AND link_until > @now AND disabled_at IS NULL", new { linkHash, now = clock.NowMs() });
    }

    /// <summary>False if the account's stamp changed since it was read: then what was read may be out of date altogether.</summary>
    public async Task<bool> Save(AgentLogin login)
    {
        await using var connection = await database.Open();
        var saved = await connection.ExecuteAsync(
            """
            UPDATE agents SET password_hash = @PasswordHash, security_stamp = @SecurityStamp, authenticator_key = @AuthenticatorKey,
                two_factor = @TwoFactor, recovery_codes = @RecoveryCodes,
                totp_step = CASE WHEN authenticator_key = @AuthenticatorKey THEN totp_step END
            WHERE id = @Id AND security_stamp = @LoadedStamp
            """, login) > 0;
        if (saved)
            login.LoadedStamp = login.SecurityStamp;
        return saved;
    }

    /// <summary>
    /// Counts a try before it is judged, so that guesses sent at the same moment can't outrun the count. False while the account rests.
    /// For an unknown account the same work is done elsewhere: the time taken tells nothing.
    /// </summary>
    public async Task<bool> TakeTry(long? agentId)
    {
        await using var connection = await database.Open();
        var taken = agentId is null ? 0 : await connection.ExecuteAsync(
            """
            UPDATE agents SET
                failed_sign_ins = CASE WHEN failed_sign_ins + 1 >= @TriesBeforeRest THEN 0 ELSE failed_sign_ins + 1 END,
                locked_until = CASE WHEN failed_sign_ins + 1 >= @TriesBeforeRest THEN @until ELSE NULL END
            WHERE id = @agentId AND (locked_until IS NULL OR locked_until <= @now)
            """, new { agentId, TriesBeforeRest, now = clock.NowMs(), until = clock.NowMs() + (long)Rest.TotalMilliseconds });
        if (taken == 0)
            await connection.ExecuteAsync("UPDATE tries_without_account SET tries = tries + 1");
        return taken > 0;
    }

    public async Task ForgetTries(long agentId)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync("UPDATE agents SET failed_sign_ins = 0, locked_until = NULL WHERE id = @agentId", new { agentId });
    }

    /// <summary>False if a code of this step or a later one was used already: of two sign-ins with one code, one succeeds.</summary>
    public async Task<bool> UseStep(long agentId, long step)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "UPDATE agents SET totp_step = @step WHERE id = @agentId AND (totp_step IS NULL OR totp_step < @step)", new { agentId, step }) > 0;
    }

    /// <summary>Takes the codes from <paramref name="before"/> to <paramref name="after"/>; false if another sign-in was first.</summary>
    public async Task<bool> ReplaceRecoveryCodes(long agentId, string before, string after)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "UPDATE agents SET recovery_codes = @after WHERE id = @agentId AND recovery_codes = @before", new { agentId, before, after }) > 0;
    }

    /// <summary>Uses the one-time link up with the password that it was for; false if it was used meanwhile.</summary>
    public async Task<bool> UseLink(string linkHash, string passwordHash, string stamp)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            """
            UPDATE agents SET password_hash = @passwordHash, security_stamp = @stamp, link_hash = NULL, link_until = NULL,
                failed_sign_ins = 0, locked_until = NULL
            WHERE link_hash = @linkHash AND link_until > @now AND disabled_at IS NULL
            """, new { linkHash, passwordHash, stamp, now = clock.NowMs() }) > 0;
    }
}
