namespace SupportHub.Lab.Phone.Network;

/// <summary>The beginning and the end of every leg.</summary>
public sealed class Ringing(Exchange exchange, Reports reports, TimeProvider time)
{
    /// <param name="callerGone">Whoever calls has hung up.</param>
    /// <returns>Null where somebody, or something, picked up; else how it ended, by Twilio's word.</returns>
    public async Task<string?> Ring(Call call, CancellationToken callerGone)
    {
        reports.Tell(call, "initiated", "initiated");
        var habit = exchange.Handset(call.To).Habit;
        if (habit == Habit.Fails)
            return "failed";
        if (habit == Habit.Busy || !exchange.Rings(call))
            return "busy";
        reports.Tell(call, "ringing", "ringing");
        if (habit is Habit.PicksUp or Habit.Voicemail)
            call.Pick(habit == Habit.Voicemail ? Pickup.Voicemail : Pickup.ByPerson);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(callerGone, call.Over);
        try
        {
            var pickup = await call.Picked.WaitAsync(call.Plan.Rings, time, gone.Token);
            if (pickup == Pickup.Declined)
                return "busy";
            call.Begin(pickup, time.GetUtcNow());
        }
        catch (TimeoutException)
        {
            return "no-answer";
        }
        catch (OperationCanceledException)
        {
            return "canceled";
        }
        exchange.News.Tell();
        reports.Tell(call, "answered", "in-progress");
        reports.TellMachine(call);
        return null;
    }

    public void Finish(Call call, string status)
    {
        call.Finish(status, time.GetUtcNow());
        call.HangUp();
        reports.Tell(call, "completed", status);
        exchange.News.Tell();
    }
}
