namespace SupportHub.Tests;

/// <summary>A Lab in a process of its own, which the test kills.</summary>
public abstract class KilledLabTest : LabTest
{
    protected LabProcess Running { get; private set; } = null!;

    protected override async Task<ITestLab> StartLab() => Running = await LabProcess.Start();
}
