using System.Data.Common;
using Dapper;

namespace SupportHub.Conversations;

/// <summary>The people behind the conversations.</summary>
internal static class VisitorSql
{
    /// <summary>As it was given; nobody has proved it.</summary>
    public static Task<string?> EmailOf(DbConnection connection, long visitor) =>
        connection.QueryFirstOrDefaultAsync<string?>("SELECT email FROM visitors WHERE id = @visitor", new { visitor });
}
