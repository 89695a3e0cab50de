using Microsoft.Extensions.Options;
using SupportHub.Agents;
using SupportHub.Conversations;
using SupportHub.Email;
using SupportHub.Email.Mailboxes;
using SupportHub.Routing;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>What agents ask for, between their hub and the journal.</summary>
public sealed class AgentDesk(
    Messages messages,
    OpenConversations conversations,
    Timeline timeline,
    Summaries summaries,
    Presences presences,
    PresenceDesk presenceDesk,
    Sayings sayings,
    AgentDirectory agents,
    SiteDirectory sites,
    RoutingDirectory routing,
    ConsoleSettings settings,
    MailboxDirectory mailboxes,
    VisitorPresence online,
    Transcripts transcripts,
    Teller teller,
    Database database,
    IOptions<LimitsOptions> limits,
    TimeProvider clock)
{
    private const int SearchPage = 30;
    private static readonly string[] Outcomes = ["solved", "answered", "refunded", "passed-on", "no-reply", "not-a-request"];

    public async Task<Reply<AgentWelcome>> Hello(long me)
    {
        // A first sign-in puts the agent online: nobody should wait because a switch was overlooked. What was chosen before a restart stays chosen.
        await presences.Known;
        if (presences.Of(me).Chosen is null)
            await SetPresence(me, Presence.Online);
        var statuses = presences.Statuses();
        var current = settings.Current;
        return statuses.FirstOrDefault(a => a.Person.Id == me) is not { } own
            ? new Refusal(RefusalCode.NotAllowed)
            : new AgentWelcome(
                own,
                statuses,
                current.Sites,
                current.CannedReplies,
                Outcomes,
                [.. conversations.All.Where(c => c.State.Status != ConversationStatus.Resolved).Select(summaries.Of)],
                clock.NowMs(),
                limits.Value.AttachmentBytes);
    }

    public async Task<Reply<AgentConversation>> Open(long conversation)
    {
        if (await conversations.Get(conversation) is not { } row || await VisitorSql.Find(database, row.State.VisitorId) is not { } visitor)
            return new Refusal(RefusalCode.UnknownConversation);
        var page = await timeline.Newest(conversation, publicOnly: false);
        var earlier = await Summarize(await AgentSql.EarlierOfVisitor(database, visitor.Id, conversation));
        var customer = new Customer(
            visitor.Id, visitor.Name, visitor.Email, visitor.Language ?? row.State.Language, visitor.TimeZone, visitor.Page, visitor.PageTitle, visitor.Browser,
            online.IsOnline(visitor.Id));
        row = await conversations.AtLeast(conversation, page.Head) ?? row;
        return new AgentConversation(summaries.Of(row), page, row.ReadByVisitor, customer, earlier, row.State.MailTo);
    }

    /// <summary>To the address that the conversation goes on at, else the one that the customer gave.</summary>
    public async Task<Reply<Sent>> SendByMail(long me, SendMessage message) =>
        await conversations.Get(message.Conversation) is not { } row ? new Refusal(RefusalCode.UnknownConversation)
        : mailboxes.Of(row.State.SiteId) is null || Addresses.Clean(await AddressOf(row.State)) is not { } address ? new Refusal(RefusalCode.NoMail)
        : await messages.Send(Author.Agent(me), message, note: false, address);

    public async Task<Reply<Done>> MailAgain(long me, MailAgain again)
    {
        if (again is null || await conversations.Get(again.Conversation) is not { State: var state })
            return new Refusal(RefusalCode.UnknownConversation);
        if (Addresses.Clean(string.IsNullOrWhiteSpace(again.Email) ? await AddressOf(state) : again.Email) is not { } address)
            return new Refusal(RefusalCode.AddressInvalid);
        if (await AgentSql.MailedEntry(database, state.Id, again.Seq) is false)
            return new Refusal(RefusalCode.Invalid);
        return await messages.Do(state.Id, new Command.MailAgain(Author.Agent(me), again.Seq, address, MayOverrule(me)));
    }

    public async Task<Reply<Done>> SendTranscript(long me, SendTranscript transcript) =>
        transcript is null || await conversations.Get(transcript.Conversation) is not { } row
            ? new Refusal(RefusalCode.UnknownConversation)
            : await transcripts.Send(Author.Agent(me), row, transcript.Email, from: null);

    private async Task<string?> AddressOf(Conversation state) => state.MailTo ?? (await VisitorSql.Find(database, state.VisitorId))?.Email;

    public async Task<Reply<EntryPage>> After(long conversation, int seq) => await timeline.After(conversation, seq, publicOnly: false);

    public async Task<Reply<EntryPage>> Before(long conversation, int seq) => await timeline.Before(conversation, seq, publicOnly: false);

    public async Task<Reply<Done>> Read(long conversation, int seq)
    {
        if (await conversations.Get(conversation) is null)
            return new Refusal(RefusalCode.UnknownConversation);
        teller.Read(conversation, AuthorKind.Agent, seq);
        return new Done();
    }

    public async Task<Reply<Done>> Typing(long me, long conversation)
    {
        if (await conversations.Get(conversation) is not { } row)
            return new Refusal(RefusalCode.UnknownConversation);
        if (row.State.AgentId != me)
            return new Refusal(RefusalCode.NotAssigned);
        teller.Typing(conversation, Account(me).ToPerson());
        return new Done();
    }

    public Task<Reply<Done>> Take(long me, long conversation) =>
        Begin(me, conversation, (who, instead) => new Command.Take(Author.Agent(me), who, instead));

    public async Task<Reply<Done>> Accept(long me, long conversation)
    {
        var reply = await Begin(me, conversation, (who, instead) => new Command.Accept(Author.Agent(me), who, instead));
        if (reply.Value is not null)
            await presenceDesk.Answered(me);
        return reply;
    }

    public Task<Reply<Done>> Decline(long me, DeclineOffer offer) => offer is null
        ? Task.FromResult<Reply<Done>>(new Refusal(RefusalCode.Invalid))
        : messages.Do(offer.Conversation, new Command.Decline(
            Author.Agent(me), Account(me).ToPerson(), string.IsNullOrWhiteSpace(offer.Reason) ? null : offer.Reason.Trim()));

    private async Task<Reply<Done>> Begin(long me, long conversation, Func<Person, Instead?, Command> command)
    {
        if (await conversations.Get(conversation) is not { } row)
            return new Refusal(RefusalCode.UnknownConversation);
        var who = Account(me).ToPerson();
        var reply = await messages.Do(conversation, command(who, sayings.Instead(row, who)));
        if (reply.Value is not null)
            presences.Assigned(me, clock.NowMs());
        return reply;
    }

    public async Task<Reply<Done>> Transfer(long me, TransferConversation transfer)
    {
        if (transfer is null || await conversations.Get(transfer.Conversation) is not { } row)
            return new Refusal(RefusalCode.UnknownConversation);
        var to = transfer.AgentId is { } agent ? agents.Find(agent) : null;
        if (transfer.AgentId is not null && to is not { DisabledAt: null })
            return new Refusal(RefusalCode.UnknownAgent);
        var topic = sites.ById(row.State.SiteId)?.Topics.FirstOrDefault(t => t.Id == transfer.TopicId);
        if (transfer.TopicId is not null && topic is null)
            return new Refusal(RefusalCode.UnknownTopic);
        var from = agents.Find(row.State.AgentId ?? me) ?? Account(me);
        return await messages.Do(transfer.Conversation, new Command.HandOver(
            Author.Agent(me), from.ToPerson(), to?.ToPerson(), transfer.TopicId, topic?.Title.GetValueOrDefault(row.State.Language), transfer.Reason, MayOverrule(me)));
    }

    public async Task<Reply<Done>> Resolve(long me, ResolveConversation resolve)
    {
        if (resolve is null || !Outcomes.Contains(resolve.Outcome))
            return new Refusal(RefusalCode.Invalid);
        if (await conversations.Get(resolve.Conversation) is not { } row)
            return new Refusal(RefusalCode.UnknownConversation);
        var remark = string.IsNullOrWhiteSpace(resolve.Remark) ? null : resolve.Remark;
        return await messages.Do(resolve.Conversation, new Command.Resolve(
            Author.Agent(me), resolve.Outcome, remark, MayOverrule(me), routing.Waiting(row.State.SiteId).WrapUpSeconds));
    }

    public async Task<Reply<Done>> Ready(long me)
    {
        var nowMs = clock.NowMs();
        var writtenUp = conversations.All.Where(c => c.State.AgentId is null && c.State.TakesPlaceOf(nowMs) == me).Select(c => c.State.Id).ToList();
        var replies = await Task.WhenAll(writtenUp.Select(id => messages.Do(id, new Command.EndWrapUp(Author.Agent(me)))));
        // One that is over by itself meanwhile is what was wanted.
        return replies.FirstOrDefault(r => r.Refusal is { Code: RefusalCode.Busy }) ?? new Done();
    }

    public async Task<Reply<Done>> SetPresence(long me, Presence presence)
    {
        if (!Enum.IsDefined(presence))
            return new Refusal(RefusalCode.Invalid);
        await presenceDesk.Choose(me, presence);
        return new Done();
    }

    public async Task<Reply<ConversationList>> Search(SearchConversations search)
    {
        if (search is null)
            return new Refusal(RefusalCode.Invalid);
        if (TextRules.CheckLines(search.Text) is { } wrong)
            return new Refusal(wrong);
        var text = string.IsNullOrWhiteSpace(search.Text) ? null : search.Text.Trim();
        var found = await AgentSql.Search(database, text, search.BeforeId, SearchPage);
        return new ConversationList(await Summarize([.. found.Take(SearchPage)]), found.Count > SearchPage);
    }

    private async Task<IReadOnlyList<ConversationSummary>> Summarize(IReadOnlyList<long> ids)
    {
        List<ConversationSummary> summed = [];
        foreach (var id in ids)
            if (await conversations.Get(id) is { } row)
                summed.Add(summaries.Of(row));
        return summed;
    }

    private bool MayOverrule(long agent) => Account(agent).Role >= Role.Supervisor;

    /// <summary>The guard let the caller in, so the account is there.</summary>
    private AgentAccount Account(long agent) => agents.Find(agent)!;
}
