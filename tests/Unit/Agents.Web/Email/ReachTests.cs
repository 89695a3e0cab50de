using NUnit.Framework;
using SupportHub.AgentsWeb.Email;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web.Email;

public sealed class ReachTests
{
    private const string Ours = "support@shop.example";
    private const string Marc = "marc@customer.example";

    [TestCase(false, ChannelKind.Chat, null, Way.Mail, Description = "Nobody would read it on the website")]
    [TestCase(false, ChannelKind.Email, null, Way.Mail)]
    [TestCase(true, ChannelKind.Chat, null, Way.Chat)]
    [TestCase(true, ChannelKind.Email, null, Way.Mail)]
    [TestCase(true, ChannelKind.Chat, Way.Mail, Way.Mail)]
    [TestCase(true, ChannelKind.Email, Way.Chat, Way.Chat)]
    [TestCase(false, ChannelKind.Chat, Way.Chat, Way.Mail, Description = "The customer left: what was chosen is no choice any more")]
    public void An_answer_goes_where_it_is_read(bool online, ChannelKind channel, Way? chosen, Way expected) =>
        Assert.That(Reach.Of(Ours, Line(online, channel), Marc, chosen)?.Way, Is.EqualTo(expected));

    [TestCase(true, Marc, true, false)]
    [TestCase(false, Marc, false, false)]
    [TestCase(true, null, false, false)]
    [TestCase(false, null, false, true)]
    public void There_is_a_choice_only_where_both_ways_are_open_and_an_answer_waits_where_none_is(bool online, string? address, bool mayChoose, bool waits)
    {
        var reach = Reach.Of(Ours, Line(online, ChannelKind.Chat), address, null)!;
        Assert.That((reach.MayChoose, reach.Waits), Is.EqualTo((mayChoose, waits)));
    }

    [Test]
    public void Without_a_mailbox_or_before_the_conversation_is_known_there_is_nothing_to_say()
    {
        Assert.That(Reach.Of(null, Line(false, ChannelKind.Email), Marc, Way.Mail), Is.Null);
        Assert.That(Reach.Of(Ours, null, Marc, null), Is.Null);
    }

    private static ConversationSummary Line(bool online, ChannelKind channel) => new(
        1, 1, null, ConversationStatus.Assigned, 3, "Marc", "fr", 4, 0, 0, null, AuthorKind.Visitor, 0, 0, null, null, online, null, 0, Channel: channel);
}
