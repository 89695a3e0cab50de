using NUnit.Framework;
using SupportHub.Tests;

// Each test has a Lab and browsers of its own, and waits for them most of the time.
[assembly: Parallelizable(ParallelScope.All), FixtureLifeCycle(LifeCycle.InstancePerTestCase), LevelOfParallelism(2)]

/// <summary>Outside any namespace, so that it runs once for the whole assembly.</summary>
[SetUpFixture]
public sealed class EndOfRun : SharedServers
{
    [OneTimeTearDown]
    public Task EndChromium() => Chromium.EndShared();
}
