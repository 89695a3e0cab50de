namespace SupportHub.Lab.Phone.Network;

/// <summary>Posts what becomes of calls, each call's in their order, unless a fault is set.</summary>
public sealed class Reports(LabPhoneSettings settings, Webhooks webhooks, Faults faults, IHostApplicationLifetime host)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Call, Task> _last = [];
    private readonly Dictionary<Call, List<Report>> _held = [];

    /// <param name="name">initiated, ringing, answered or completed.</param>
    /// <param name="status">The status that goes with it.</param>
    public void Tell(Call call, string name, string status)
    {
        if (call.Plan.Status is not { } address || !call.Plan.Events.Contains(name))
            return;
        var report = new Report(address, CallParameters.Report(settings.AccountSid, call, status, settings.Time.GetUtcNow()));
        switch (faults.Reports)
        {
            case ReportFault.Lost:
                break;
            case ReportFault.Late:
                _ = PostLate(report);
                break;
            case ReportFault.Backwards:
                Hold(call, report, isLast: name == "completed");
                break;
            case ReportFault.Twice:
                InTurn(call, report, report);
                break;
            default:
                InTurn(call, report);
                break;
        }
    }

    /// <summary>Whether a machine answered, where that is found out beside the call.</summary>
    public void TellMachine(Call call)
    {
        if (call.Plan.Machine is not { } address)
            return;
        InTurn(call, new Report(address, [
            new("AccountSid", settings.AccountSid), new("CallSid", call.Sid), new("AnsweredBy", call.AnsweredBy ?? "unknown"), new("MachineDetectionDuration", "2100"),
        ]));
    }

    private void Hold(Call call, Report report, bool isLast)
    {
        List<Report> held;
        lock (_gate)
        {
            held = _held.TryGetValue(call, out var before) ? before : _held[call] = [];
            held.Insert(0, report);
            if (!isLast)
                return;
            _held.Remove(call);
        }
        InTurn(call, [.. held]);
    }

    private void InTurn(Call call, params IReadOnlyList<Report> reports)
    {
        lock (_gate)
            _last[call] = Post(_last.GetValueOrDefault(call, Task.CompletedTask), reports);
    }

    private async Task Post(Task before, IReadOnlyList<Report> reports)
    {
        // Never under the lock.
        await Task.Yield();
        await before;
        foreach (var report in reports)
            await Post(report);
    }

    private async Task PostLate(Report report)
    {
        try
        {
            await Task.Delay(settings.Late, settings.Time, host.ApplicationStopping);
            await Post(report);
        }
        catch (OperationCanceledException)
        {
            // The network is shut down; its reports are lost with it.
        }
    }

    private async Task Post(Report report)
    {
        try
        {
            await webhooks.Ask(report.Address, report.Parameters, host.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // As above.
        }
    }

    private sealed record Report(WebhookAddress Address, IReadOnlyList<KeyValuePair<string, string>> Parameters);
}
