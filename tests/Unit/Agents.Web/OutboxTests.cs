using System.Text.Json;
using CsCheck;
using NUnit.Framework;
using SupportHub.AgentsWeb.Composer;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class OutboxTests
{
    private const long Conversation = 7;

    [Test]
    public void Messages_of_a_conversation_go_out_one_at_a_time_in_order()
    {
        var outbox = Given("one", "two");
        var first = outbox.Next(0)!;
        Assert.That((first.Body, first.Number), Is.EqualTo(("one", new MessageNumber(1, 1))));
        Assert.That(outbox.Next(0), Is.Null);
        outbox.Acknowledged(first, 5);
        var second = outbox.Next(0)!;
        Assert.That((second.Body, second.Number), Is.EqualTo(("two", new MessageNumber(1, 2))));
    }

    [Test]
    public void A_message_whose_answer_was_lost_is_sent_again_as_the_same_number()
    {
        var outbox = Given("one");
        var first = outbox.Next(0)!;
        outbox.Lost(first, 0);
        Assert.That(outbox.Next(10_000)!.Number, Is.EqualTo(first.Number));
    }

    [Test]
    public void The_own_entry_is_as_good_as_the_acknowledgement()
    {
        var outbox = Given("one", "two");
        outbox.Lost(outbox.Next(0)!, 0);
        var seen = outbox.Seen(Conversation, new Entry(4, EntryKind.Message, AuthorKind.Agent, 3, "one", null, 0, 1, 1));
        Assert.That(seen, Is.True);
        Assert.That(outbox.Next(10_000)!.Number, Is.EqualTo(new MessageNumber(1, 2)));
    }

    [Test]
    public void A_busy_server_is_asked_again_when_it_said()
    {
        var outbox = Given("one");
        outbox.Refused(outbox.Next(0)!, new Refusal(RefusalCode.Busy, 250), 1_000);
        Assert.That(outbox.Next(1_249), Is.Null);
        Assert.That(outbox.NextAt(1_000), Is.EqualTo(1_250));
        Assert.That(outbox.Next(1_250), Is.Not.Null);
    }

    [Test]
    public void A_refused_message_waits_for_its_author_and_leaves_no_gap_behind_it()
    {
        var outbox = Given("too long", "next");
        outbox.Refused(outbox.Next(0)!, new Refusal(RefusalCode.TooLong), 0);
        var next = outbox.Next(0)!;
        Assert.That((next.Body, next.Number), Is.EqualTo(("next", new MessageNumber(1, 1))));
        Assert.That(outbox.All[0].Failure, Is.EqualTo(RefusalCode.TooLong));
    }

    [TestCase(RefusalCode.NumberGap)]
    [TestCase(RefusalCode.NumberReused)]
    public void A_series_that_the_server_does_not_know_begins_again_in_a_new_session(RefusalCode code)
    {
        var outbox = Given("one");
        outbox.Refused(outbox.Next(0)!, new Refusal(code), 0);
        Assert.That(outbox.Next(0)!.Number, Is.EqualTo(new MessageNumber(101, 1)));
    }

    [Test]
    public void What_a_closed_page_left_goes_first_with_the_numbers_it_had()
    {
        var outbox = Given("mine");
        outbox.Adopt([new Unsent(1, Conversation, false, "left", null, 0) { Number = new MessageNumber(55, 3) }]);
        var first = outbox.Next(0)!;
        Assert.That((first.Body, first.Number), Is.EqualTo(("left", new MessageNumber(55, 3))));
        outbox.Acknowledged(first, 9);
        Assert.That(outbox.Next(0)!.Number, Is.EqualTo(new MessageNumber(1, 1)));
    }

    [Test]
    public void An_acknowledged_message_is_shown_until_its_entry_is_in_the_timeline()
    {
        var outbox = Given("one");
        outbox.Acknowledged(outbox.Next(0)!, 12);
        Assert.That(outbox.All, Is.Empty);
        Assert.That(outbox.Of(Conversation, last: 11).Count(), Is.EqualTo(1));
        Assert.That(outbox.Of(Conversation, last: 12), Is.Empty);
    }

    [Test]
    public void What_was_to_go_by_mail_still_goes_by_mail_after_the_page_was_closed()
    {
        var outbox = Given("chat");
        outbox.Add(Conversation, note: false, "mail", null, 0, byMail: true);
        var kept = JsonSerializer.Serialize(outbox.All, OutboxJson.Default.IReadOnlyListUnsent);
        var next = Given();
        next.Adopt(JsonSerializer.Deserialize(kept, OutboxJson.Default.ListUnsent)!);
        Assert.That(next.All.Select(u => (u.Body, u.ByMail)), Is.EqualTo(new[] { ("chat", false), ("mail", true) }));
    }

    [Test]
    public void A_message_on_its_way_cannot_be_taken_back()
    {
        var outbox = Given("one");
        var sending = outbox.Next(0)!;
        Assert.That(outbox.TakeBack(sending.Key), Is.Null);
        outbox.Lost(sending, 0);
        Assert.That(outbox.TakeBack(sending.Key)?.Body, Is.EqualTo("one"));
    }

    /// <summary>Against a server that keeps the protocol's rules over a line that loses questions and answers.</summary>
    [Test]
    public void Over_a_bad_line_every_message_is_stored_once_and_in_order() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 1_000_000]).Sample((count, seed) =>
        {
            var chance = new Random(seed);
            var server = new NumberedServer();
            var outbox = Given([.. Enumerable.Range(1, count).Select(i => $"{i}")]);
            var now = 0L;
            for (var tries = 0; outbox.All.Count > 0 && tries < 5_000; tries++, now += 1_000)
            {
                if (outbox.Next(now) is not { } unsent)
                    continue;
                if (chance.Next(3) == 0)
                    outbox.Lost(unsent, now);
                else if (chance.Next(5) == 0)
                    outbox.Refused(unsent, new Refusal(RefusalCode.Busy, 100), now);
                else if (server.Take(unsent) is { Refusal: { } refusal })
                    outbox.Refused(unsent, refusal, now);
                else if (chance.Next(3) == 0)
                    outbox.Lost(unsent, now);
                else
                    outbox.Acknowledged(unsent, server.Stored.Count);
            }
            return server.Stored.SequenceEqual(Enumerable.Range(1, count).Select(i => $"{i}"));
        });

    private static Outbox Given(params string[] bodies)
    {
        var sessions = 100L;
        var outbox = new Outbox(1, () => ++sessions);
        foreach (var body in bodies)
            outbox.Add(Conversation, note: false, body, null, 0);
        return outbox;
    }

    /// <summary>The protocol's rule: a number that is known is a duplicate, the next one is stored, any other is a gap.</summary>
    private sealed class NumberedServer
    {
        private readonly Dictionary<long, int> _last = [];

        public List<string> Stored { get; } = [];

        public Reply<Sent> Take(Unsent unsent)
        {
            var number = unsent.Number!;
            var last = _last.GetValueOrDefault(number.Session);
            if (number.Number > last + 1)
                return new Refusal(RefusalCode.NumberGap);
            if (number.Number == last + 1)
            {
                Stored.Add(unsent.Body!);
                _last[number.Session] = number.Number;
            }
            return new Sent(unsent.Conversation, Stored.Count, 0);
        }
    }
}
