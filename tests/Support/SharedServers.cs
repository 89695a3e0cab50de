using NUnit.Framework;

namespace SupportHub.Tests;

/// <summary>Ends what the whole test run shares. Each test assembly has a <c>[SetUpFixture]</c> that derives from it, outside any namespace.</summary>
public abstract class SharedServers
{
    [OneTimeTearDown]
    public Task End() => PostgresServer.EndShared();
}
