using System.Collections.Frozen;
using SupportHub.Shared;

namespace SupportHub.Realtime;

public enum Caller
{
    Visitor,
    Agent,
    Supervisor,
    Administrator,
}

/// <summary>Who may call what: the one table. A method without a row may be called by nobody.</summary>
public static class HubRules
{
    private static readonly Caller[] Visitors = [Caller.Visitor];
    private static readonly Caller[] Staff = [Caller.Agent, Caller.Supervisor, Caller.Administrator];

    public static readonly FrozenDictionary<(Type Hub, string Method), Caller[]> Table = new Dictionary<(Type, string), Caller[]>
    {
        [(typeof(IVisitorHub), nameof(IVisitorHub.Hello))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Start))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Send))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.After))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Before))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Read))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Typing))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Introduce))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.WriteByMail))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.SendTranscript))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.CallTimes))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.CallBack))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.CancelCall))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Leave))] = Visitors,
        [(typeof(IVisitorHub), nameof(IVisitorHub.Rate))] = Visitors,

        [(typeof(IAgentHub), nameof(IAgentHub.Hello))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Open))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Close))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Send))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Note))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.After))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Before))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Read))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Typing))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Take))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Accept))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Decline))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Transfer))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Resolve))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.SetPresence))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.MailAgain))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.SendTranscript))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.CallBoard))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.CallAgain))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.CorrectCall))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Ready))] = Staff,
        [(typeof(IAgentHub), nameof(IAgentHub.Search))] = Staff,
    }.ToFrozenDictionary();

    public static bool May(Type hub, string method, Caller caller) =>
        Table.TryGetValue((hub, method), out var callers) && callers.Contains(caller);

    public static Caller CallerOf(Role role) => role switch
    {
        Role.Agent => Caller.Agent,
        Role.Supervisor => Caller.Supervisor,
        Role.Administrator => Caller.Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role without a caller."),
    };
}
