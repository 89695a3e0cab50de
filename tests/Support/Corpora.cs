using NUnit.Framework;

namespace SupportHub.Tests;

/// <summary>Test data that is not part of the project: the folder that <c>SUPPORTHUB_CORPORA</c> names.</summary>
public static class Corpora
{
    /// <summary>The path inside that folder; without the folder the test is skipped and says so.</summary>
    public static string Path(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("SUPPORTHUB_CORPORA");
        if (string.IsNullOrEmpty(folder))
            Assert.Ignore("The outside test data is not here: set SUPPORTHUB_CORPORA to its folder to run this test.");
        return System.IO.Path.Combine([folder!, .. parts]);
    }
}
