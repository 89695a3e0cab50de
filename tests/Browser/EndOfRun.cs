using NUnit.Framework;
using SupportHub.Tests;

/// <summary>Outside any namespace, so that it runs once for the whole assembly.</summary>
[SetUpFixture]
public sealed class EndOfRun : SharedServers
{
    [OneTimeTearDown]
    public Task EndChromium() => Chromium.EndShared();
}
