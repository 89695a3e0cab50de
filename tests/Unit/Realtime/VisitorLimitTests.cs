using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using SupportHub.Realtime;

namespace SupportHub.Unit.Realtime;

public sealed class VisitorLimitTests
{
    /// <summary>Whoever asks from many addresses would otherwise fill the memory with requests, each with its connection.</summary>
    [Test]
    public void What_is_kept_of_an_address_does_not_keep_the_request()
    {
        var (kept, request) = Limit();

        GC.Collect();

        Assert.That(request.IsAlive, Is.False);
        Assert.That(kept.Factory(kept.PartitionKey).GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(new LimitsOptions().NewVisitorsPerMinute));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (RateLimitPartition<string> Kept, WeakReference Request) Limit()
    {
        var request = new DefaultHttpContext { RequestServices = new ServiceCollection().AddOptions<LimitsOptions>().Services.BuildServiceProvider() };
        return (VisitorApi.Limit(request), new WeakReference(request));
    }
}
