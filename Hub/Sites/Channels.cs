using SupportHub.Shared;

namespace SupportHub.Sites;

/// <summary>Registered as a singleton by each feature that serves a channel: how the widget and the settings come to offer it.</summary>
/// <param name="For">Whether it can serve this site now, for example because it is set up. Asked often; answers from memory.</param>
/// <param name="Answers">How long its answers took lately, by site and topic, where that is promised and measured.</param>
public sealed record ServedChannel(ChannelKind Channel, Func<Site, bool> For, Func<long, long?, MeasuredAnswers?>? Answers = null);

/// <summary>Which ways to a human this server can serve now. Chat always.</summary>
public sealed class Channels(IEnumerable<ServedChannel> served)
{
    private readonly ILookup<ChannelKind, ServedChannel> _served = served.ToLookup(s => s.Channel);

    public MeasuredAnswers? Answers(Site site, long? topic) =>
        _served[ChannelKind.Email].Select(s => s.Answers?.Invoke(site.Id, topic)).FirstOrDefault(a => a is not null);

    public bool Serves(ChannelKind channel, Site site) => channel == ChannelKind.Chat || _served[channel].Any(s => s.For(site));
}
