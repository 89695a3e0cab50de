using Dapper;
using SupportHub.Conversations;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Storage;

namespace SupportHub.Callbacks;

/// <summary>In which time zone a customer reads times: the browser's, where it was told, else the site's.</summary>
public sealed class CustomerZones(SiteDirectory sites, Database database)
{
    /// <returns>An IANA name that is known.</returns>
    public async Task<string> Of(Conversation state)
    {
        await using var connection = await database.Open();
        var zone = await connection.QueryFirstOrDefaultAsync<string?>("SELECT time_zone FROM visitors WHERE id = @VisitorId", new { state.VisitorId });
        return CustomerZone.Of(zone, sites.ById(state.SiteId)?.Hours.Plan.TimeZone);
    }
}
