using SupportHub.Agents;
using SupportHub.Callbacks.Asking;
using SupportHub.Callbacks.Lines;
using SupportHub.Callbacks.Numbers;
using SupportHub.Conversations;
using SupportHub.Delivery;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Callbacks.Pages;

/// <summary>What a customer sees and does on the page that a mail leads to.</summary>
public sealed class CallPageDesk(
    CallPages pages, CallDesk calls, CallGrants grants, OpenConversations conversations, SiteDirectory sites, LineDirectory lines, AgentDirectory agents, CustomerZones zones, TimeProvider clock)
{
    /// <returns>Null where the link is none of ours, or too old.</returns>
    public async Task<CallPageView?> Look(string token)
    {
        if (pages.Conversation(token) is not { } id || await conversations.Get(id) is not { State: var mailed } || sites.ById(mailed.SiteId) is not { } site)
            return null;
        var state = Current(mailed);
        var line = lines.Working(site.Id);
        return new CallPageView(
            CallPageWords.In(state.Language),
            site.Name,
            line is null ? null : NumberText.International(line.Number).Replace(' ', '\u00a0'),
            state.LikelyAgent is { } agent ? agents.FirstName(agent) : null,
            state,
            await zones.Of(state),
            await grants.Times(site.Id, state.TopicId),
            clock.NowMs());
    }

    /// <summary>Where what the mail was about is over, the customer's conversation that goes on: two at once would be two waits.</summary>
    private Conversation Current(Conversation mailed) => mailed.Status != ConversationStatus.Resolved ? mailed
        : conversations.All.Select(c => c.State).Where(s => s.VisitorId == mailed.VisitorId && s.Status != ConversationStatus.Resolved).MaxBy(s => s.Id) ?? mailed;

    /// <param name="number">Empty: the one that is agreed.</param>
    /// <param name="from">The network address of who asks.</param>
    public Task<Refusal?> Ask(CallPageView view, string? number, string? country, long? at, string? from)
    {
        var same = string.IsNullOrWhiteSpace(number) && view.IsWanted;
        return calls.Ask(view.State, new CallBack(view.State.Id, same ? view.State.CallTo! : number ?? "", country ?? "", at), from);
    }

    public Task<Refusal?> Cancel(CallPageView view) => calls.Cancel(view.State);
}
