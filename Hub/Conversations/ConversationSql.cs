using System.Data.Common;
using Dapper;
using SupportHub.Shared;

namespace SupportHub.Conversations;

/// <summary>The conversations' rows.</summary>
internal static class ConversationSql
{
    private const string Columns =
        "id, site_id, visitor_id, start_session, topic_id, language, status, version, agent_id, last_agent_id, started_at, queued_at, assigned_at, resolved_at, outcome, " +
        "waiting_since, front_since, reserved_id, offered_to, offered_at, offer_until, missed, channel, mail_to, answer_by, wrap_up_until, " +
        "call_to, call_at, call_by, call_tries, call_failures, call_attempts, calling, call_phase, call_phase_at, called";

    public static Task<Conversation?> Find(DbConnection connection, long id) =>
        connection.QueryFirstOrDefaultAsync<Conversation>($"SELECT {Columns} FROM conversations WHERE id = @id", new { id });

    /// <summary>All that are not resolved, and those that are still written up.</summary>
    public static async Task<IReadOnlyList<Conversation>> Open(DbConnection connection, long nowMs) =>
        [.. await connection.QueryAsync<Conversation>(
            $"SELECT {Columns} FROM conversations WHERE status <> @resolved OR wrap_up_until > @nowMs ORDER BY id",
            new { resolved = (int)ConversationStatus.Resolved, nowMs })];

    public static Task<long?> StartedWith(DbConnection connection, long visitor, long session) =>
        connection.QueryFirstOrDefaultAsync<long?>(
            "SELECT id FROM conversations WHERE visitor_id = @visitor AND start_session = @session", new { visitor, session });

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<Conversation>> OfVisitor(DbConnection connection, long visitor, int limit) =>
        [.. await connection.QueryAsync<Conversation>(
            $"SELECT {Columns} FROM conversations WHERE visitor_id = @visitor ORDER BY id DESC LIMIT @limit", new { visitor, limit })];

    public static async Task Save(DbConnection connection, DbTransaction transaction, Conversation? before, Conversation after)
    {
        var rows = before is null
            ? await connection.ExecuteAsync(
                $"""
                INSERT INTO conversations ({Columns})
                VALUES (@Id, @SiteId, @VisitorId, @StartSession, @TopicId, @Language, @Status, @Version, @AgentId, @LastAgentId, @StartedAt, @QueuedAt, @AssignedAt, @ResolvedAt, @Outcome,
                    @WaitingSince, @FrontSince, @ReservedId, @OfferedTo, @OfferedAt, @OfferUntil, @Missed, @Channel, @MailTo, @AnswerBy, @WrapUpUntil,
                    @CallTo, @CallAt, @CallBy, @CallTries, @CallFailures, @CallAttempts, @Calling, @CallPhase, @CallPhaseAt, @Called)
                """,
                after,
                transaction)
            : await connection.ExecuteAsync(
                $"""
                UPDATE conversations SET topic_id = @TopicId, status = @Status, version = @Version, agent_id = @AgentId, last_agent_id = @LastAgentId,
                    queued_at = @QueuedAt, assigned_at = @AssignedAt, resolved_at = @ResolvedAt, outcome = @Outcome,
                    waiting_since = @WaitingSince, front_since = @FrontSince, reserved_id = @ReservedId, offered_to = @OfferedTo, offered_at = @OfferedAt,
                    offer_until = @OfferUntil, missed = @Missed, channel = @Channel, mail_to = @MailTo, answer_by = @AnswerBy, wrap_up_until = @WrapUpUntil,
                    call_to = @CallTo, call_at = @CallAt, call_by = @CallBy, call_tries = @CallTries, call_failures = @CallFailures, call_attempts = @CallAttempts, calling = @Calling,
                    call_phase = @CallPhase, call_phase_at = @CallPhaseAt, called = @Called
                WHERE id = @Id AND version = {before.Version}
                """,
                after,
                transaction);
        if (rows != 1)
            throw new VersionConflict();
    }

    public static Task Apply(DbConnection connection, DbTransaction? transaction, Effect effect) => effect switch
    {
        Effect.NameVisitor => connection.ExecuteAsync(
            "UPDATE visitors SET name = COALESCE(@Name, name), email = COALESCE(@Email, email) WHERE id = @VisitorId", effect, transaction),
        Effect.KeepCard => connection.ExecuteAsync(
            """
            INSERT INTO waiting_cards (conversation_id, card, at) VALUES (@ConversationId, @Card, @At)
            ON CONFLICT (conversation_id) DO UPDATE SET card = excluded.card, at = excluded.at WHERE waiting_cards.at <= excluded.at
            """,
            effect, transaction),
        Effect.RecordHandleTime => connection.ExecuteAsync(
            "INSERT INTO handle_times (conversation_id, agent_id, topic_id, seconds, wrap_up_seconds, ended_at) VALUES (@ConversationId, @AgentId, @TopicId, @Seconds, @WrapUpSeconds, @EndedAt)",
            effect, transaction),
        Effect.RecordWrapUp => connection.ExecuteAsync(
            "UPDATE handle_times SET wrap_up_seconds = @WrapUpSeconds WHERE ended_at = @EndedAt AND conversation_id = @ConversationId", effect, transaction),
        Effect.RecordWait wait => connection.ExecuteAsync(
            "INSERT INTO waits (conversation_id, site_id, topic_id, since, ended_at, how, agent_id, named_id) VALUES (@ConversationId, @SiteId, @TopicId, @Since, @EndedAt, @How, @AgentId, @NamedId)",
            wait, transaction),
        Effect.RecordOffer offer => connection.ExecuteAsync(
            "INSERT INTO offers (conversation_id, site_id, topic_id, agent_id, offered_at, ended_at, how) VALUES (@ConversationId, @SiteId, @TopicId, @AgentId, @OfferedAt, @EndedAt, @How)",
            offer, transaction),
        Effect.Post => connection.ExecuteAsync(
            """
            INSERT INTO outbox (conversation_id, seq, kind, site_id, recipient, created_at, due_at) VALUES (@ConversationId, @Seq, @Kind, @SiteId, @Recipient, @At, @DueAt)
            ON CONFLICT (conversation_id, seq, kind) DO UPDATE SET recipient = excluded.recipient, due_at = excluded.due_at, attempts = 0, state = 0, lead = NULL
            """,
            effect, transaction),
        Effect.Settle => connection.ExecuteAsync(
            """
            UPDATE outbox SET state = @RowState, due_at = COALESCE(@DueAt, due_at), claimed_until = 0, attempts = attempts + 1
            WHERE conversation_id = @ConversationId AND (seq = @Seq OR lead = @Seq) AND kind = @Kind AND state = 0
            """,
            effect, transaction),
        Effect.BeginCall => connection.ExecuteAsync(
            """
            INSERT INTO call_attempts (conversation_id, number, site_id, agent_id, customer, facts, began_at, look_at)
            VALUES (@ConversationId, @Number, @SiteId, @AgentId, @Customer, '{}', @At, @At)
            """,
            effect, transaction),
        Effect.RecordCall => connection.ExecuteAsync(
            """
            INSERT INTO calls (conversation_id, number, site_id, agent_id, outcome, seconds, tries, ended_at)
            VALUES (@ConversationId, @Number, @SiteId, @AgentId, @Outcome, @Seconds, @Tries, @EndedAt)
            """,
            effect, transaction),
        Effect.CorrectCall => connection.ExecuteAsync(
            "UPDATE calls SET outcome = @Outcome WHERE conversation_id = @ConversationId AND number = (SELECT MAX(number) FROM calls WHERE conversation_id = @ConversationId)",
            effect, transaction),
        Effect.FreeTime => connection.ExecuteAsync("DELETE FROM call_slots WHERE conversation_id = @ConversationId AND starts_at = @At", effect, transaction),
        Effect.OwnTime => connection.ExecuteAsync(
            """
            UPDATE call_slots SET agent_id = CASE WHEN NOT EXISTS (
                SELECT 1 FROM call_slots o WHERE o.agent_id = @AgentId AND o.conversation_id <> @ConversationId AND o.starts_at < call_slots.ends_at AND o.ends_at > call_slots.starts_at) THEN @AgentId END
            WHERE conversation_id = @ConversationId AND starts_at = @At
            """,
            effect, transaction),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "An effect without a statement."),
    };
}
