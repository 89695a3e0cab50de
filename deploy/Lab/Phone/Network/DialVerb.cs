using System.Globalization;
using System.Xml.Linq;

namespace SupportHub.Lab.Phone.Network;

/// <summary>Calls a second phone and connects the two.</summary>
public sealed class DialVerb(Ringing ringing, Exchange exchange, LabPhoneSettings settings)
{
    /// <param name="page">Whose document it stands in: addresses may be relative to it.</param>
    /// <param name="run">Does what a document says on the second leg.</param>
    /// <param name="stop">The first leg is over, or goes on with something else.</param>
    /// <returns>What the action is told.</returns>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> Dial(Call call, XElement dial, Page page, Func<Call, WebhookAddress, Task> run, CancellationToken stop)
    {
        var number = dial.Element("Number");
        var to = (number ?? dial).Value.Trim();
        var from = (string?)dial.Attribute("callerId") ?? call.From;
        if (!E164.IsNumber(to) || !settings.Numbers.Contains(from))
            return [new("DialCallStatus", "failed")];
        var second = exchange.Add(to, from, Plan(dial, number, page), call);
        var ended = await ringing.Ring(second, stop);
        if (ended is null)
            await Talk(call, second, dial, run, stop);
        else
            ringing.Finish(second, ended);
        return
        [
            new("DialCallStatus", ended ?? "completed"), new("DialCallSid", second.Sid),
            .. second.Answered is { } at ? [KeyValuePair.Create("DialCallDuration", ((int)(settings.Time.GetUtcNow() - at).TotalSeconds).ToString(CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string>>(),
        ];
    }

    private async Task Talk(Call first, Call second, XElement dial, Func<Call, WebhookAddress, Task> run, CancellationToken stop)
    {
        if (second.Plan.Voice is { } welcome)
            await run(second, welcome);
        (first.With, second.With) = (second, first);
        exchange.News.Tell();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds((int?)dial.Attribute("timeLimit") ?? 14_400), settings.Time);
        using var apart = CancellationTokenSource.CreateLinkedTokenSource(stop, second.Over, limit.Token);
        var redirected = second.Redirected;
        await Task.WhenAny(Task.Delay(Timeout.Infinite, apart.Token), redirected);
        (first.With, second.With) = (null, null);
        if (redirected.IsCompleted && !apart.IsCancellationRequested)
            _ = GoOn(second, await redirected, run);
        else
            ringing.Finish(second, "completed");
    }

    /// <summary>The second leg goes its own way; the first is free.</summary>
    private async Task GoOn(Call second, Uri url, Func<Call, WebhookAddress, Task> run)
    {
        second.Followed();
        await run(second, new WebhookAddress(url));
        ringing.Finish(second, "completed");
    }

    private static CallPlan Plan(XElement dial, XElement? number, Page page)
    {
        var machine = (string?)number?.Attribute("machineDetection") is "Enable" or "DetectMessageEnd";
        return new CallPlan
        {
            Voice = Hook("url", "method"),
            Status = Hook("statusCallback", "statusCallbackMethod"),
            Events = ((string?)number?.Attribute("statusCallbackEvent") ?? "completed").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Rings = TimeSpan.FromSeconds((int?)dial.Attribute("timeout") ?? 30),
            DetectsMachine = machine,
            Machine = machine ? Hook("amdStatusCallback", "amdStatusCallbackMethod") : null,
        };

        WebhookAddress? Hook(string url, string method) => (string?)number?.Attribute(url) is { } address ? page.Hook(address, (string?)number.Attribute(method)) : null;
    }
}
