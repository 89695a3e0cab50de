using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls;

public sealed class CallEnglish : CallTexts
{
    public override string ByPhone => "Wants to be called";
    public override string WantsCall => "Call this customer. Your phone rings first; press 1 on it to be connected.";
    public override string AcceptCall => "Call";
    public override string Wanted(string number, string? when) => when is null ? $"To be called at {number}, as soon as possible" : $"To be called at {number}, {when}";
    public override string Cancelled => "No call wanted any more";
    public override string Reached(string? agent, string lasted) => $"{Called(agent)} · talked for {lasted}";

    public override string NotReached(string? agent, CallOutcome outcome, string? when) => $"{Called(agent)} · " + outcome switch
    {
        CallOutcome.Busy => "the line was busy",
        CallOutcome.Voicemail => "voicemail answered",
        CallOutcome.Failed => "the call could not be connected",
        _ => "nobody answered",
    } + (when is null ? "" : $" · again {when}");

    public override string Phase(CallPhase phase) => phase switch
    {
        CallPhase.Dialling => "The agent’s phone is dialled",
        CallPhase.AgentRinging => "The agent’s phone rings",
        CallPhase.AgentAnswered => "The agent has picked up",
        CallPhase.CustomerRinging => "The customer’s phone rings",
        _ => "On the phone with the customer",
    };

    public override string CameToNothing(string? agent, CallOutcome outcome) => outcome switch
    {
        CallOutcome.AgentMissed => agent is null ? "You did not pick up, or pressed no key" : $"{agent} did not pick up, or pressed no key",
        CallOutcome.Cancelled => "The call was called off",
        _ => "The call could not be placed",
    };

    private static string Called(string? agent) => agent is null ? "You called" : $"{agent} called";
}
