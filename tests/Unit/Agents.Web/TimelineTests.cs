using CsCheck;
using NUnit.Framework;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class TimelineTests
{
    [Test]
    public void A_push_that_follows_on_is_taken()
    {
        var timeline = Holding(1, 3);
        var fresh = timeline.Fold(Push(after: 3, 4, 5));
        Assert.That((fresh.Count, timeline.Last, timeline.Behind), Is.EqualTo((2, 5, false)));
    }

    [Test]
    public void A_push_behind_a_gap_is_not_taken_but_tells_that_something_is_missing()
    {
        var timeline = Holding(1, 3);
        var fresh = timeline.Fold(Push(after: 4, 5));
        Assert.That((fresh.Count, timeline.Last, timeline.Head, timeline.Behind), Is.EqualTo((0, 3, 5, true)));
    }

    [Test]
    public void Entries_that_are_held_already_are_not_taken_twice()
    {
        var timeline = Holding(1, 5);
        timeline.Fold(Push(after: 3, 4, 5, 6));
        Assert.That(timeline.Entries.Select(e => e.Seq), Is.EqualTo(new[] { 1, 2, 3, 4, 5, 6 }));
    }

    [Test]
    public void An_earlier_page_is_taken_only_where_it_ends_before_what_is_held()
    {
        var timeline = Holding(100, 120);
        timeline.Prepend(Page(40, 80));
        Assert.That(timeline.First, Is.EqualTo(100));
        timeline.Prepend(Page(60, 99));
        Assert.That((timeline.First, timeline.HasEarlier), Is.EqualTo((60, true)));
        Assert.That(timeline.Entries.Select(e => e.Seq), Is.EqualTo(Enumerable.Range(60, 61)));
    }

    [Test]
    public void A_block_that_did_not_change_is_the_same_object_so_that_it_is_not_drawn_again()
    {
        var timeline = Holding(1, 100);
        var before = timeline.Blocks.ToList();
        timeline.Fold(Push(after: 100, 101));
        var after = timeline.Blocks.ToList();
        Assert.That(after.Count(b => before.Any(o => ReferenceEquals(o, b))), Is.EqualTo(before.Count - 1));
    }

    /// <summary>Whatever pushes are lost, doubled or late: with one question for what is missing, the view is the fresh view.</summary>
    [Test]
    public void An_old_view_plus_pushes_plus_one_catching_up_equals_a_fresh_view() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 200], Gen.Int[0, 1_000_000]).Sample((held, more, seed) =>
        {
            var chance = new Random(seed);
            var timeline = Holding(1, held);
            var pushes = Enumerable.Range(held + 1, more).Select(seq => Push(seq - 1, seq)).Where(_ => chance.Next(4) != 0).ToList();
            foreach (var push in pushes.Concat(pushes.Where(_ => chance.Next(5) == 0)).OrderBy(p => p.After + chance.Next(6)))
                timeline.Fold(push);
            timeline.Learn(held + more);
            if (timeline.Behind)
                timeline.Fold(Page(timeline.Last + 1, held + more));
            return timeline.Entries.Select(e => e.Seq).SequenceEqual(Enumerable.Range(1, held + more)) && !timeline.Behind;
        });

    private static Timeline Holding(int first, int last)
    {
        var timeline = new Timeline();
        timeline.Fold(Page(first, last));
        return timeline;
    }

    private static EntryPage Page(int first, int last) =>
        new(1, first - 1, [.. Enumerable.Range(first, last - first + 1).Select(Entry)], last);

    private static EntriesPush Push(int after, params int[] seqs) => new(1, after, [.. seqs.Select(Entry)]);

    private static Entry Entry(int seq) => new(seq, EntryKind.Message, AuthorKind.Visitor, null, $"{seq}", null, seq * 1000L);
}
