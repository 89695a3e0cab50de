using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;

namespace SupportHub.Unit.Sites;

public sealed class ChannelsTests
{
    private static readonly Site Shop = Site(1);
    private static readonly Site Other = Site(2);

    [Test]
    public void The_chat_is_always_served_and_another_channel_once_a_feature_says_so_for_the_site()
    {
        var channels = new Channels([new ServedChannel(ChannelKind.Email, site => site.Id == Shop.Id)]);

        Assert.That(Enum.GetValues<ChannelKind>().Where(c => channels.Serves(c, Shop)), Is.EqualTo(new[] { ChannelKind.Chat, ChannelKind.Email }));
        Assert.That(Enum.GetValues<ChannelKind>().Where(c => channels.Serves(c, Other)), Is.EqualTo(new[] { ChannelKind.Chat }));
    }

    [Test]
    public void The_widget_is_told_of_a_channel_that_a_feature_serves()
    {
        var hours = new SiteHours(Hours.Given.Plan(channels: [new(null, ChannelKind.Email, true, null, 240)]));
        var channels = new Channels([new ServedChannel(ChannelKind.Email, _ => true)]);

        var widget = (Shop with { Hours = hours }).ToWidget(new SiteNow([], _ => null), channels, 1_000);

        Assert.That(widget.Channels.Single().Channels, Does.Contain(new ChannelNow(ChannelKind.Email, true, null, null, 240, 1_000 + 240 * 60_000)));
    }

    private static Site Site(long id) =>
        new(id, "key", "Shop", [], ["en"], "#0f6b5c", null, new PreChat(Field.Hidden, Field.Hidden, Field.Hidden), new Dictionary<string, IReadOnlyDictionary<string, string>>(), [], SiteHours.Unset(["en"]));
}
