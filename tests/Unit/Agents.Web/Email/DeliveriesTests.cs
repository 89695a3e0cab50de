using NUnit.Framework;
using SupportHub.AgentsWeb.Conversations;
using SupportHub.AgentsWeb.Email;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web.Email;

public sealed class DeliveriesTests
{
    private const string Marc = "marc@customer.example";

    [Test]
    public void A_mail_of_ours_waits_until_something_is_heard_of_it_and_a_chat_message_has_no_mark()
    {
        var shown = Of(Ours(1), new Entry(2, EntryKind.Message, AuthorKind.Agent, 3, "chat", null, 0));
        Assert.That(shown.Under, Is.EqualTo(new Dictionary<int, DeliveryMark> { [1] = new(Marc) }));
    }

    [Test]
    public void The_last_word_counts()
    {
        var shown = Of(Ours(1), Told(2, 1, DeliveryState.Deferred, "451 later"), Told(3, 1, DeliveryState.Sent), Told(4, 1, DeliveryState.Bounced, "550 no such user"));
        Assert.That(shown.Under[1], Is.EqualTo(new DeliveryMark(Marc, DeliveryState.Bounced, "550 no such user")));
        Assert.That(shown.Under[1].Failed, Is.True);
    }

    [Test]
    public void An_automatic_answer_says_nothing_against_a_delivery() =>
        Assert.That(Of(Ours(1), Told(2, 1, DeliveryState.Sent), Told(3, 1, DeliveryState.AutoReplied, "I am away")).Under[1].State, Is.EqualTo(DeliveryState.Sent));

    [Test]
    public void Sent_again_to_another_address_it_stands_under_that_one()
    {
        var elsewhere = new Entry(3, EntryKind.Introduced, AuthorKind.Agent, 3, null, new EntryDetail { Email = "m@customer.example" }, 0);
        var shown = Of(Ours(1), Told(2, 1, DeliveryState.Refused, "552 full"), elsewhere, Told(4, 1, DeliveryState.Waiting), Told(5, 1, DeliveryState.Sent));
        Assert.That(shown.Under[1], Is.EqualTo(new DeliveryMark("m@customer.example", DeliveryState.Sent)));
    }

    [Test]
    public void A_failure_is_said_again_where_it_came_if_its_mail_is_further_up()
    {
        var theirs = new Entry(2, EntryKind.Message, AuthorKind.Visitor, null, "?", null, 0);
        Assert.That(Of(Ours(1), Told(2, 1, DeliveryState.Bounced)).Apart, Is.Empty);
        Assert.That(Of(Ours(1), theirs, Told(3, 1, DeliveryState.Bounced)).Apart, Is.EquivalentTo(new[] { 3 }));
        Assert.That(Of(Ours(1), theirs, Told(3, 1, DeliveryState.Sent)).Apart, Is.Empty);
    }

    [Test]
    public void A_failure_of_what_is_no_message_or_not_held_here_is_said_where_it_came()
    {
        var shown = Of(Ours(11), Told(12, 4, DeliveryState.Refused));
        Assert.That(shown.Apart, Is.EquivalentTo(new[] { 12 }));
        Assert.That(shown.Known, Is.Empty);
    }

    [Test]
    public void A_stretch_is_drawn_again_only_when_its_own_mails_changed()
    {
        Entry[] first = [Ours(1), Told(2, 1, DeliveryState.Sent)];
        var again = Of(first);
        Assert.That(again, Is.EqualTo(Of(first)));
        Assert.That(Of([.. first, Told(3, 1, DeliveryState.Bounced)]), Is.Not.EqualTo(Of(first)));
    }

    private static BlockDeliveries Of(params Entry[] entries) => Deliveries.Of(entries).In(new TimelineBlock(0, entries));

    private static Entry Ours(int seq) =>
        new(seq, EntryKind.Message, AuthorKind.Agent, 3, "mail", new EntryDetail { Mail = new MailDetail(Marc) }, 0);

    private static Entry Told(int seq, int of, DeliveryState state, string? words = null) =>
        new(seq, EntryKind.Delivery, AuthorKind.System, null, words, new EntryDetail { Delivery = new DeliveryDetail(of, state) }, 0);
}
