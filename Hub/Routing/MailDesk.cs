using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Routing;

/// <summary>Gives mails to agents, and takes them back from who is gone. Who wrote by mail was promised an hour, not a place: they have a line of their own.</summary>
public sealed class MailDesk(QueueCommands commands, QueueReading reading, OfferDesk offers, AgentDirectory agents, SiteDirectory sites)
{
    private static readonly TimeSpan BackEvery = TimeSpan.FromSeconds(5);

    private long _lookedAt;

    public Task Give(IReadOnlyList<OpenConversation> rows, IReadOnlyCollection<OpenConversation> mails, long nowMs)
    {
        if (mails.Count == 0)
            return Task.CompletedTask;
        var waiting = mails.ToDictionary(c => c.State.Id);
        return Task.WhenAll(reading.Mails(rows, mails, nowMs).Select(m => offers.Assign(waiting[m.Conversation], m.Agent)));
    }

    /// <returns>Whether any was: a colleague may take it in the next round.</returns>
    public async Task<bool> TakeBack(IReadOnlyList<OpenConversation> rows, long nowMs)
    {
        if (nowMs - _lookedAt < (long)BackEvery.TotalMilliseconds)
            return false;
        _lookedAt = nowMs;
        var back = reading.MailsBack(rows, OpenSince, nowMs).ToHashSet();
        await Task.WhenAll(rows.Where(c => back.Contains(c.State.Id)).Select(GiveBack));
        return back.Count > 0;

        long OpenSince(Conversation state, long since) => sites.ById(state.SiteId)?.Hours.Of(state.TopicId, ChannelKind.Email).Opening.OpenMs(since, nowMs) ?? 0;
    }

    private Task GiveBack(OpenConversation row) =>
        row.State.AgentId is { } agent && agents.Find(agent) is { } account
            ? commands.Do(row, new Command.GiveBack(account.ToPerson(), LeftReason.NotHere))
            : Task.CompletedTask;
}
