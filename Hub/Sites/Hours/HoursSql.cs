using Dapper;
using SupportHub.Storage;

namespace SupportHub.Sites.Hours;

public sealed class HoursSql(Database database)
{
    public async Task Save(HoursRow row)
    {
        await using var connection = await database.Open();
        await connection.ExecuteAsync(
            """
            INSERT INTO site_hours (site_id, time_zone, holidays, schedules, exceptions, channels)
            VALUES (@SiteId, @TimeZone, @Holidays, @Schedules, @Exceptions, @Channels)
            ON CONFLICT (site_id) DO UPDATE SET time_zone = excluded.time_zone, holidays = excluded.holidays,
                schedules = excluded.schedules, exceptions = excluded.exceptions, channels = excluded.channels
            """, row);
    }
}
