using Dapper;
using NUnit.Framework;
using SupportHub.Email;
using SupportHub.Integration.Realtime;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>Until when an answer is promised.</summary>
[OnBothEngines]
public sealed class PromiseTests(Engine engine) : MailTest(engine)
{
    private const long Hour = 3600_000;

    [Test]
    public async Task A_promise_is_never_sooner_than_nine_in_ten_were_answered_lately()
    {
        var now = Hub.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var id in Enumerable.Range(1, 20))
            await Asked(id, now - 48 * Hour, answered: now - 48 * Hour + (id <= 18 ? 1 : 9) * Hour);
        Assert.That(await Measured(World.Topic), Is.EqualTo(new MeasuredAnswers(World.Topic, 540, 20)));
        Assert.That(await Measured(null), Is.Null);

        await using var customer = await World.Visitor(Hub.Address);
        var started = await customer.Ask("Start", new { session = 5, topicId = World.Topic, body = "Hello", email = Marc, byMail = true });
        var mailed = Entries(started.GetProperty("entries")).Single(e => ChatTests.Kind(e) == "mailed");
        Assert.That(mailed.GetProperty("detail").GetProperty("answerBy").GetInt64() - now, Is.InRange(9 * Hour, 9 * Hour + 20 * 60_000), "not the eight hours of nobody's setting");
    }

    [Test]
    public async Task Mails_that_are_late_and_still_unanswered_make_the_promise_later_and_those_that_are_in_time_do_not()
    {
        var now = Hub.Get<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var id in Enumerable.Range(1, 20))
            await Asked(id, now - 40 * Hour, answered: now - 39 * Hour);
        foreach (var id in Enumerable.Range(21, 3))
            await Asked(id, now - 7 * Hour, owedBy: now + Hour);
        Assert.That(await Measured(World.Topic), Is.EqualTo(new MeasuredAnswers(World.Topic, 60, 20)));

        foreach (var id in Enumerable.Range(31, 3))
            await Asked(id, now - 30 * Hour, owedBy: now - 22 * Hour);
        Assert.That(await Measured(World.Topic), Is.EqualTo(new MeasuredAnswers(World.Topic, 30 * 60 + 15, 23)), "at least their age, in quarters of an hour");
        await Run("UPDATE conversations SET status = 2 WHERE id > 30");
        Assert.That((await Measured(World.Topic))!.Minutes, Is.EqualTo(60), "nobody owes what is resolved");
    }

    /// <summary>Somebody asked by mail, and was answered or waits.</summary>
    private async Task Asked(long id, long asked, long? answered = null, long? owedBy = null)
    {
        await using var connection = await Hub.Get<Storage.Database>().Open();
        var row = new { id, topic = World.Topic, asked, answered, owedBy, status = answered is null ? 0 : 2 };
        await connection.ExecuteAsync(
            """
            INSERT INTO conversations (id, site_id, visitor_id, start_session, topic_id, language, status, version, started_at, answer_by) VALUES (@id, 1, @id, @id, @topic, 'fr', @status, 9, @asked, @owedBy);
            INSERT INTO entries (conversation_id, seq, kind, author, body, detail, at) VALUES (@id, 1, 0, 1, 'Hello', '{"mail":{"address":"m@customer.example"}}', @asked);
            """,
            row);
        if (answered is not null)
            await connection.ExecuteAsync(
                """
                INSERT INTO entries (conversation_id, seq, kind, author, agent_id, body, detail, at) VALUES (@id, 2, 0, 2, 1, 'Hello', '{"mail":{"address":"m@customer.example"}}', @answered);
                INSERT INTO outbox (conversation_id, seq, kind, site_id, recipient, created_at, due_at, state) VALUES (@id, 2, 0, 1, 'm@customer.example', @answered, @answered, 1);
                """,
                row);
    }

    private async Task<MeasuredAnswers?> Measured(long? topic)
    {
        var answers = Hub.Get<AnswerTimes>();
        await answers.Measure(CancellationToken.None);
        return answers.Of(1, topic);
    }
}
