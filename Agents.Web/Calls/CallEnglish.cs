using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls;

public sealed class CallEnglish : CallTexts
{
    public override string ByPhone => "Wants to be called";
    public override string WantsCall => "Call this customer. Your phone rings first; press 1 on it to be connected.";
    public override string AcceptCall => "Call";
    public override string UnderWay => "A call is under way";
    public override string CalledAt(string when, string? agent) => agent is null ? $"To be called {when}" : $"To be called {when} by {agent}";
    public override string BookedFor(string? agent) => agent is null ? "Call booked" : $"Call by {agent}";
    public override string BookedCount(int count) => $"{count} booked";
    public override string MoreWait(string count) => $"and {count} more";

    public override string Going(CallPhase? phase, string agent, string customer) => phase switch
    {
        CallPhase.AgentRinging => $"{agent}’s phone rings",
        CallPhase.AgentAnswered => $"{agent} has picked up",
        CallPhase.CustomerRinging => $"{customer}’s phone rings",
        CallPhase.Talking => $"{agent} is on the phone with {customer}",
        _ => $"{agent}’s phone is dialled",
    };

    public override string MyGoing(CallPhase? phase, string customer) => phase switch
    {
        CallPhase.AgentRinging => "Your phone rings. Please pick up.",
        CallPhase.AgentAnswered => "You have picked up. Press 1 on your phone to be connected.",
        CallPhase.CustomerRinging => $"{customer}’s phone rings",
        CallPhase.Talking => $"You are on the phone with {customer}",
        _ => "Your phone is dialled",
    };

    public override string Outcome(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Reached => "reached",
        CallOutcome.Busy => "line busy",
        CallOutcome.Voicemail => "voicemail",
        CallOutcome.WrongNumber => "wrong number",
        CallOutcome.Refused => "did not want to talk",
        CallOutcome.Failed => "could not be connected",
        CallOutcome.AgentMissed => "not picked up by the agent",
        CallOutcome.Cancelled => "called off",
        CallOutcome.Unknown => "not known",
        _ => "no answer",
    };

    public override string Corrected(string? agent, string outcome) => $"{agent ?? "You"} corrected the call: {outcome}";
    public override string AfterTitle => "After the call";
    public override string AfterOutcome => "How the call ended";
    public override string AgainNow => "Call again now";
    public override string AgainLater => "Call again at…";
    public override string AgainAt => "Call again, at your time";
    public override string AgainMine => "I will call";
    public override string AgainMineMeans => "a colleague calls if you cannot; without it, whoever is free then";
    public override string AgainBook => "Book the call";
    public override string AgainBooked => "The call is booked. The customer has been told.";
    public override string AgainWrong => "Please choose a time that is still to come.";
    public override string Write => "Write";
    public override string RefusedNoCalls => "The customer cannot be called then: the telephone is turned off, you have no phone, or the hours do not include it. Without a phone, leave the call to a colleague.";
    public override string RefusedTime => "This time is full. Please choose another one.";
    public override string RefusedTooMany => "As many calls as a day allows were made with this number, or the day’s money is spent.";
    public override string RefusedCalling => "The call is under way.";
    public override string Wanted(string number, string? when, string? by) => when is null ? $"To be called at {number}, as soon as possible" : $"To be called at {number}, {when}" + (by is null ? "" : $", by {by}");
    public override string ByYou => "you";
    public override string Cancelled => "No call wanted any more";
    public override string Reached(string? agent, string lasted) => $"{Called(agent)} · talked for {lasted}";

    public override string NotReached(string? agent, CallOutcome outcome, string? when) => $"{Called(agent)} · " + outcome switch
    {
        CallOutcome.Busy => "the line was busy",
        CallOutcome.Voicemail => "voicemail answered",
        CallOutcome.Failed => "the call could not be connected",
        CallOutcome.Unknown => "it is not known whether the customer was reached: the telephone could not be asked. Please say how it ended, or call again",
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
