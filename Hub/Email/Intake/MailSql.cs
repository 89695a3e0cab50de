using System.Data.Common;
using Dapper;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>Rows of mails that came in.</summary>
public sealed class MailSql(Database database)
{
    private const string Columns = "id, site_id, source, content, message_id, sender, subject, size, at, claimed_until, state, reason, conversation_id";

    public async Task<Addition> Add(MailRow row)
    {
        await using var connection = await database.Open();
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO mails (id, site_id, source, content, message_id, sender, subject, size, at, claimed_until)
            VALUES (@Id, @SiteId, @Source, @Content, @MessageId, @Sender, @Subject, @Size, @At, @ClaimedUntil) ON CONFLICT DO NOTHING
            """,
            row) == 1;
        return added ? Addition.New
            : await connection.QueryFirstAsync<long>("SELECT COUNT(*) FROM mails WHERE site_id = @SiteId AND (source = @Source OR content = @Content)", row) > 0 ? Addition.Known
            : Addition.IdTaken;
    }

    public async Task<bool> IsKnown(long site, string source)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstAsync<long>("SELECT COUNT(*) FROM mails WHERE site_id = @site AND source = @source", new { site, source }) > 0;
    }

    public async Task<IReadOnlyList<MailRow>> Unread(long nowMs, int limit, CancellationToken cancel)
    {
        await using var connection = await database.Open(cancel);
        return [.. await connection.QueryAsync<MailRow>(
            $"SELECT {Columns} FROM mails WHERE state = 0 AND claimed_until <= @nowMs ORDER BY at, id LIMIT @limit", new { nowMs, limit })];
    }

    public async Task<bool> Claim(long id, long nowMs, long untilMs)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync(
            "UPDATE mails SET claimed_until = @untilMs WHERE id = @id AND state = 0 AND claimed_until <= @nowMs", new { id, nowMs, untilMs }) == 1;
    }

    public Task Release(long id, long untilMs) => Set("claimed_until = @untilMs", new { id, untilMs });

    public Task Settle(long id, MailState state, AsideReason? reason, long? conversation) =>
        Set("state = @state, reason = @reason, conversation_id = @conversation", new { id, state = (int)state, reason = (int?)reason, conversation });

    /// <summary>A sender's mails, also those that are at work or held; not what a machine sent in that name.</summary>
    public async Task<int> CountOf(string sender, long sinceMs)
    {
        await using var connection = await database.Open();
        return (int)await connection.QueryFirstAsync<long>(
            "SELECT COUNT(*) FROM mails WHERE sender = @sender AND at > @sinceMs AND (state IN (0, 1) OR reason = @held)", new { sender, sinceMs, held = (int)AsideReason.TooMany });
    }

    public async Task<long?> NewestConversation(long site, string sender)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<long?>(
            "SELECT conversation_id FROM mails WHERE sender = @sender AND site_id = @site AND state = 1 ORDER BY at DESC, id DESC LIMIT 1", new { site, sender });
    }

    /// <summary>Which entries a report is about: all that went out in that mail. Somebody's absence is told once.</summary>
    /// <param name="seq">Of the entry by which the mail is called.</param>
    public async Task<IReadOnlyList<int>> SentAs(long conversation, int seq, DeliveryState state)
    {
        if (state == DeliveryState.AutoReplied)
            return [seq];
        await using var connection = await database.Open();
        var others = await connection.QueryAsync<int>(
            "SELECT seq FROM outbox WHERE conversation_id = @conversation AND kind = @mail AND lead = @seq AND seq <> @seq ORDER BY seq", new { conversation, seq, mail = (int)PostKind.Mail });
        return [seq, .. others];
    }

    public async Task<MailRow?> Find(long id)
    {
        await using var connection = await database.Open();
        return await connection.QueryFirstOrDefaultAsync<MailRow>($"SELECT {Columns} FROM mails WHERE id = @id", new { id });
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MailRow>> Aside(int limit)
    {
        await using var connection = await database.Open();
        return [.. await connection.QueryAsync<MailRow>($"SELECT {Columns} FROM mails WHERE state = 3 ORDER BY at DESC LIMIT @limit", new { limit })];
    }

    /// <returns>Whether it was set aside until now.</returns>
    public async Task<bool> LookedAt(long id)
    {
        await using var connection = await database.Open();
        return await connection.ExecuteAsync("UPDATE mails SET state = 4 WHERE id = @id AND state = 3", new { id }) == 1;
    }

    /// <summary>The person behind an address, as far as mails go; a new one where nobody wrote from it yet.</summary>
    public async Task<long> Writer(long site, string address, string? name, string language, Ids ids, long nowMs)
    {
        await using var connection = await database.Open();
        while (true)
        {
            try
            {
                return await connection.QueryFirstAsync<long>(
                    """
                    INSERT INTO visitors (id, site_id, name, email, language, created_at, seen_at, mail_address)
                    VALUES (@freshId, @site, @name, @address, @language, @nowMs, @nowMs, @key)
                    ON CONFLICT (site_id, mail_address) DO UPDATE SET name = COALESCE(visitors.name, excluded.name), seen_at = excluded.seen_at
                    RETURNING id
                    """,
                    new { freshId = ids.Next(), site, name, address, language, nowMs, key = address.ToLowerInvariant() });
            }
            catch (DbException taken) when (database.Dialect.IsDuplicateKey(taken))
            {
                // Another node drew the same id.
            }
        }
    }

    /// <summary>The conversation that this mail began.</summary>
    public async Task<long?> StartedWith(long writer, long mail)
    {
        await using var connection = await database.Open();
        return await ConversationSql.StartedWith(connection, writer, mail);
    }

    public async Task<string?> AddressOf(long visitor)
    {
        await using var connection = await database.Open();
        return await VisitorSql.EmailOf(connection, visitor);
    }

    private async Task Set(string what, object values)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync($"UPDATE mails SET {what} WHERE id = @id", values);
    }
}
