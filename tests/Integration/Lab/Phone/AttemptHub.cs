using System.Collections.Concurrent;
using SupportHub.Callbacks.Attempts;
using SupportHub.Callbacks.Twilio;
using SupportHub.Callbacks.Voice;
using static SupportHub.Callbacks.Attempts.AttemptEvent;

namespace SupportHub.Integration.Lab.Phone;

/// <summary>The least of a hub: one attempt in memory, its rules, the voice and the client. Timers ring when the test says so.</summary>
internal sealed class AttemptHub
{
    private readonly Lock _gate = new();
    private readonly PhoneWorld _world;
    private readonly long _orderedAtMs;
    private readonly ConcurrentQueue<AttemptStep> _asked = new();

    public AttemptHub(PhoneWorld world)
    {
        _world = world;
        _orderedAtMs = world.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var hub = world.Hub;
        hub.Answers["/voice"] = told => Heard(new AgentHeard(told["CallSid"], LegStatus.Answered), _ => VoiceAnswers.AskAgent("fr", Briefing, new Uri(hub.Address, "/key")));
        hub.Answers["/key"] = told => Heard(new Pressed(told["CallSid"], Key(told["Digits"])), Answer);
        hub.Answers["/dialled"] = told => Heard(new CustomerHeard(told.Report.Dialled!.Sid, told.Report.Dialled.Status, Seconds: told.Report.Dialled.Seconds), Answer);
        hub.Answers["/status"] = told => Heard(new AgentHeard(told["CallSid"], told.Report.Status), _ => "");
        hub.Answers["/customer"] = told => Heard(new CustomerHeard(told["CallSid"], told.Report.Status, told.Report.By, told.Report.Seconds), _ => "");
        hub.Answers["/word"] = _ => VoiceAnswers.LeaveWord("fr", "Hébergeur du Rhin");
    }

    public Attempt Attempt { get; private set; } = new();

    public IReadOnlyList<AttemptStep> Asked => [.. _asked];

    /// <summary>The process dies between its commit and the order.</summary>
    public bool DiesBeforePlacing { get; set; }

    private static AgentBriefing Briefing => new("Hébergeur du Rhin", "Lucie", "hébergement", CallSince.Asked(TimeSpan.FromMinutes(6)));

    public void Happens(AttemptEvent happened)
    {
        IReadOnlyList<AttemptStep> steps;
        lock (_gate)
            (Attempt, steps) = AttemptRules.Next(Attempt, happened, AttemptLimits.Usual);
        foreach (var step in steps)
        {
            _asked.Enqueue(step);
            _ = Do(step);
        }
    }

    private string Heard(AttemptEvent happened, Func<Attempt, string> answer)
    {
        Happens(happened);
        return answer(Attempt);
    }

    private string Answer(Attempt attempt) => attempt switch
    {
        { Connects: true } => VoiceAnswers.Connect("fr", new CustomerLeg(PhoneWorld.Lucie, PhoneWorld.Company, new Uri(_world.Hub.Address, "/dialled"), new Uri(_world.Hub.Address, "/customer")) { DetectMachine = true }),
        { Outcome: { } outcome } => VoiceAnswers.Goodbye("fr", outcome, attempt.Key),
        _ => VoiceAnswers.HangUp(),
    };

    private async Task Do(AttemptStep step)
    {
        switch (step)
        {
            case AttemptStep.Place when !DiesBeforePlacing:
                using (var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2)))
                    Happens(await _world.Place(cancel: patience.Token) switch
                    {
                        Placement.Placed placed => new Placed(placed.Sid),
                        Placement.Refused refused => new Refused(refused.Why.Trouble),
                        _ => new Unclear(),
                    });
                break;
            case AttemptStep.Reconcile:
                Happens(await Reconciled());
                break;
            case AttemptStep.EndCall end:
                await _world.Line.End(_world.Account, end.Sid, default);
                break;
            case AttemptStep.LeaveWord word:
                await _world.Line.Redirect(_world.Account, word.Sid, new Uri(_world.Hub.Address, "/word"), default);
                break;
        }
    }

    private async Task<AttemptEvent> Reconciled()
    {
        var calls = await _world.Line.List(_world.Account, SearchRules.For(PhoneWorld.Claire, PhoneWorld.Company), default);
        if (calls.Value is null)
            return new OutOfReach();
        var agent = SearchRules.Ours(calls.Value, _orderedAtMs, []);
        var legs = agent is null ? null : await _world.Line.List(_world.Account, new CallSearch(Parent: agent.Sid), default);
        return SearchRules.Answer(agent, legs?.Value ?? []);
    }

    private static KeyPressed Key(string digits) => digits switch { "1" => KeyPressed.Connect, "2" => KeyPressed.Decline, _ => KeyPressed.None };
}
