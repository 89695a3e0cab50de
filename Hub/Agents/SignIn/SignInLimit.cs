using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SupportHub.Agents.Pages;

namespace SupportHub.Agents.SignIn;

/// <summary>Tries to sign in, per address: enough for an office behind one address on a Monday morning, too few to try out passwords.</summary>
public sealed class SignInLimit : IRateLimiterPolicy<string>
{
    public const string Policy = "sign-in";
    public const int TriesAtOnce = 30;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (context, _) =>
    {
        context.HttpContext.Response.Headers.RetryAfter = "10";
        await NoticePage.Show(context.HttpContext, StatusCodes.Status429TooManyRequests, w => w.TooManyTriesTitle, w => w.TooManyTries)
            .ExecuteAsync(context.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetTokenBucketLimiter(Network.Of(httpContext) ?? "", _ => new()
            {
                TokenLimit = TriesAtOnce,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromSeconds(5),
                AutoReplenishment = true,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("reading");
}
