using Microsoft.AspNetCore.SignalR;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>Before every hub method: is the caller allowed, and was <c>Hello</c> said? A refusal is a reply, and the connection stays usable.</summary>
public sealed partial class HubGuard(AgentDirectory agents, ILogger<HubGuard> log) : IHubFilter
{
    /// <summary>Set on the connection when <c>Hello</c> was accepted.</summary>
    public const string Greeted = "greeted";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var method = invocation.HubMethodName;
        var visitor = invocation.Hub is VisitorHub;
        var refusal = Check(invocation.Context, method, visitor);
        if (refusal is null)
        {
            try
            {
                return await next(invocation);
            }
            catch (Exception failure) when (Database.Failed(failure))
            {
                // What only reads has no journal to say it: the database is away.
                Log.Unavailable(log, method, failure.GetType().Name);
                refusal = RefusalCode.Busy;
            }
        }
        Log.Refused(log, method, refusal.Value, invocation.Context.ConnectionId);
        return new Reply<Done>(null, new Refusal(refusal.Value, refusal == RefusalCode.Busy ? 2000 : null));
    }

    private RefusalCode? Check(HubCallerContext context, string method, bool visitor)
    {
        var caller = Caller.Visitor;
        if (!visitor)
        {
            if (agents.Find(context.User!.AgentId() ?? 0) is not { DisabledAt: null } account)
                return RefusalCode.NotAllowed;
            caller = HubRules.CallerOf(account.Role);
        }
        if (!HubRules.May(visitor ? typeof(IVisitorHub) : typeof(IAgentHub), method, caller))
            return RefusalCode.NotAllowed;
        return method == nameof(IVisitorHub.Hello) || context.Items.ContainsKey(Greeted) ? null : RefusalCode.HelloFirst;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Method} was refused: {Code} (connection {Connection})")]
        public static partial void Refused(ILogger logger, string method, RefusalCode code, string connection);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} could not reach the database ({Failure})")]
        public static partial void Unavailable(ILogger logger, string method, string failure);
    }
}
