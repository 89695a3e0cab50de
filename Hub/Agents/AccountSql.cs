using Dapper;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Agents;

public sealed class AccountSql(Database database)
{
    internal const string Columns =
        "id, email, first_name, last_name, pronoun, picture, role, capacity, mail_capacity, language, security_stamp, two_factor, disabled_at";

    // The last administrator stays. Who changes one first holds all their rows, so that two can't step down at the same moment.
    private const string HoldAdministrators = "UPDATE agents SET role = role WHERE role = 2";
    private const string AnotherAdministrator = "EXISTS (SELECT 1 FROM agents o WHERE o.role = 2 AND o.disabled_at IS NULL AND o.id <> @Id)";
    private const string IsAdministrator = "(role = 2 AND disabled_at IS NULL)";

    public async Task<AgentAccount?> Read(long id)
    {
        await using var connection = await database.Open();
        return await connection.QuerySingleOrDefaultAsync<AgentAccount>($"SELECT {Columns} FROM agents WHERE id = @id", new { id });
    }

    public async Task<bool> HasAdministrator()
    {
        await using var connection = await database.Open();
        return await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM agents WHERE role = 2 AND disabled_at IS NULL") > 0;
    }

    /// <summary>False if the address is taken.</summary>
    public async Task<bool> Insert(AgentAccount account, string? passwordHash, long now)
    {
        await using var connection = await database.Open();
        try
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO agents (id, email, normalized_email, first_name, last_name, pronoun, role, capacity, mail_capacity, language,
                    password_hash, security_stamp, two_factor, failed_sign_ins, created_at)
                VALUES (@Id, @Email, @normalized, @FirstName, @LastName, @pronoun, @role, @Capacity, @MailCapacity, @Language,
                    @passwordHash, @SecurityStamp, @TwoFactor, 0, @now)
                """,
                new
                {
                    account.Id, account.Email, account.FirstName, account.LastName, account.Capacity, account.MailCapacity, account.Language, account.SecurityStamp,
                    account.TwoFactor, normalized = AccountRules.Normalize(account.Email), pronoun = (int)account.Pronoun, role = (int)account.Role, passwordHash, now,
                });
            return true;
        }
        catch (Exception failure) when (database.Dialect.IsDuplicateKey(failure))
        {
            return false;
        }
    }

    /// <summary>Null if the address is taken; false if the last administrator would be gone.</summary>
    public async Task<bool?> Update(AgentAccount account)
    {
        try
        {
            return await Guarded(
                $"""
                UPDATE agents SET email = @Email, normalized_email = @normalized, first_name = @FirstName, last_name = @LastName,
                    pronoun = @pronoun, role = @role, capacity = @Capacity, mail_capacity = @MailCapacity, language = @Language, security_stamp = @SecurityStamp
                WHERE id = @Id AND (NOT {IsAdministrator} OR @role = 2 OR {AnotherAdministrator})
                """,
                new
                {
                    account.Id, account.Email, account.FirstName, account.LastName, account.Capacity, account.MailCapacity, account.Language, account.SecurityStamp,
                    normalized = AccountRules.Normalize(account.Email), pronoun = (int)account.Pronoun, role = (int)account.Role,
                });
        }
        catch (Exception failure) when (database.Dialect.IsDuplicateKey(failure))
        {
            return null;
        }
    }

    /// <summary>False if the last administrator would be gone.</summary>
    public Task<bool> Disable(long id, string stamp, long now) => Guarded(
        $"""
        UPDATE agents SET disabled_at = @now, security_stamp = @stamp, link_hash = NULL, link_until = NULL
        WHERE id = @Id AND (NOT {IsAdministrator} OR {AnotherAdministrator})
        """, new { Id = id, stamp, now });

    public Task Enable(long id) => Execute(
        "UPDATE agents SET disabled_at = NULL, failed_sign_ins = 0, locked_until = NULL WHERE id = @id", new { id });

    public Task SetStamp(long id, string stamp) => Execute("UPDATE agents SET security_stamp = @stamp WHERE id = @id", new { id, stamp });

    public Task SetLink(long id, string hash, long until) => Execute(
        "UPDATE agents SET link_hash = @hash, link_until = @until WHERE id = @id", new { id, hash, until });

    public Task ForgetSecondFactor(long id, string stamp) => Execute(
        "UPDATE agents SET two_factor = @off, authenticator_key = NULL, recovery_codes = NULL, security_stamp = @stamp WHERE id = @id",
        new { id, stamp, off = false });

    public Task SetNames(long id, string firstName, string lastName, Pronoun pronoun, string language) => Execute(
        "UPDATE agents SET first_name = @firstName, last_name = @lastName, pronoun = @pronoun, language = @language WHERE id = @id",
        new { id, firstName, lastName, pronoun = (int)pronoun, language });

    private async Task<bool> Guarded(string update, object values)
    {
        await using var connection = await database.Open();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(HoldAdministrators, transaction: transaction);
        var changed = await connection.ExecuteAsync(update, values, transaction);
        await transaction.CommitAsync();
        return changed > 0;
    }

    private async Task Execute(string sql, object values)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(sql, values);
    }
}
