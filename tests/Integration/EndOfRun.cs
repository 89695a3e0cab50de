using NUnit.Framework;
using SupportHub.Tests;

// Each fixture has a database and servers of its own, and the longest wait for what was stopped to come back.
[assembly: Parallelizable(ParallelScope.Fixtures), LevelOfParallelism(4)]

/// <summary>Outside any namespace, so that it runs once for the whole assembly.</summary>
[SetUpFixture]
public sealed class EndOfRun : SharedServers;
