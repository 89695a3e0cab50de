using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Agents;
using SupportHub.Shared;

namespace SupportHub.Routing.Reports;

/// <summary>Figures for supervisors and administrators.</summary>
public static class ReportsApi
{
    private const int MostDays = 92;

    public static void MapReports(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/reports/waiting", Waiting).RequireAuthorization(Policies.Supervisor);

    private static async Task<Ok<WaitingReport>> Waiting(ReportDesk desk, CancellationToken cancel, int days = 7, long? site = null) =>
        TypedResults.Ok(await desk.Waiting(Math.Clamp(days, 1, MostDays), site, cancel));
}
