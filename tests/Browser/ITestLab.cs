using SupportHub.Lab;

namespace SupportHub.Tests;

/// <summary>A Lab of one test's own.</summary>
public interface ITestLab : IAsyncDisposable
{
    LabAddresses At { get; }

    /// <summary>What it wrote so far.</summary>
    string Log { get; }
}
