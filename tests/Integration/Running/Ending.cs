using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace SupportHub.Tests.Running;

public sealed class Ending
{
    /// <summary>A run of all tests starts seven hundred, with 5 MB each.</summary>
    [Test]
    public async Task A_hub_that_has_ended_is_forgotten()
    {
        var hub = await Ended();

        await Eventually.Succeeds(() =>
        {
            GC.Collect();
            return hub.IsAlive ? throw new TimeoutException("Something still holds it.") : Task.CompletedTask;
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Ended()
    {
        await using var hub = await InProcessHub.Start();
        return new WeakReference(hub.Services);
    }
}
