namespace SupportHub.Lab.Phone.Network;

/// <summary>Calls that were ordered over the API, from the first ring to the end.</summary>
public sealed class CallRunner(Ringing ringing, Script script, TimeProvider time)
{
    public void Start(Call call) => _ = Run(call);

    private async Task Run(Call call)
    {
        // Whoever ordered the call hears of it before the phone does.
        await Task.Yield();
        if (await ringing.Ring(call, CancellationToken.None) is { } ended)
        {
            ringing.Finish(call, ended);
            return;
        }
        using var limit = new CancellationTokenSource(call.Plan.Limit, time);
        await using var registration = limit.Token.Register(call.HangUp);
        await script.Run(call, call.Plan.Voice!);
        ringing.Finish(call, "completed");
    }
}
