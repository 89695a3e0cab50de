using SupportHub.Callbacks.Calling;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Callbacks;

/// <summary>Where a mail about calls reaches a customer. It may be a stranger's address, so a day has few of them.</summary>
public sealed class CallMail(SiteDirectory sites, Channels channels, CallCounts counts, Database database, TimeProvider clock)
{
    private const int PerAddressADay = 10;

    /// <returns>Null where none does; else one is counted.</returns>
    public async Task<string?> AddressOf(Conversation state) => await Count(state.SiteId, state.MailTo ?? await Given(state));

    /// <param name="address">As it was given.</param>
    public async Task<string?> Count(long siteId, string? address) =>
        address is not null && sites.ById(siteId) is { } site && channels.Serves(ChannelKind.Email, site)
            && await counts.Add(CallDays.Of(site.Hours.Plan.TimeZone, clock.NowMs()), new CallCap(CallCount.Mail, $"{siteId}/{address.ToLowerInvariant()}", PerAddressADay), 1)
            ? address : null;

    private async Task<string?> Given(Conversation state)
    {
        await using var connection = await database.Open();
        return await VisitorSql.EmailOf(connection, state.VisitorId);
    }
}
