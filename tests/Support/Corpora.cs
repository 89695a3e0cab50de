using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace SupportHub.Tests;

/// <summary>Test data that is not part of the project: the folder that <c>SUPPORTHUB_CORPORA</c> names.</summary>
public static class Corpora
{
    private const string Variable = "SUPPORTHUB_CORPORA";
    private static string? _folder;

    /// <summary>A hub takes every variable that begins like its own for a setting, and refuses one that it does not know.</summary>
#pragma warning disable CA2255 // It must run before the first hub, whichever test starts that.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void TakeVariable()
    {
        _folder = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, null);
    }

    /// <summary>The path inside that folder; without the folder the test is skipped and says so.</summary>
    public static string Path(params string[] parts)
    {
        if (string.IsNullOrEmpty(_folder))
            Assert.Ignore($"The outside test data is not here: set {Variable} to its folder to run this test.");
        return System.IO.Path.Combine([_folder!, .. parts]);
    }
}
