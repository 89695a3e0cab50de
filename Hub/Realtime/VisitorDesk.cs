using Microsoft.Extensions.Options;
using SupportHub.Callbacks;
using SupportHub.Callbacks.Asking;
using SupportHub.Conversations;
using SupportHub.Email;
using SupportHub.Email.Mailboxes;
using SupportHub.Routing;
using SupportHub.Routing.Settings;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Storage;

namespace SupportHub.Realtime;

/// <summary>What visitors ask for, between their hub and the journal.</summary>
public sealed class VisitorDesk(
    Journal journal,
    Messages messages,
    OpenConversations conversations,
    Timeline timeline,
    WaitingCards cards,
    Agents.AgentDirectory agents,
    SiteDirectory sites,
    RoutingDirectory routing,
    Teller teller,
    Database database,
    Ids ids,
    Dispatcher dispatcher,
    Promises promises,
    Transcripts transcripts,
    CallDesk calls,
    CallGrants grants,
    CallMail callMail,
    CallSlots callSlots,
    IOptions<LimitsOptions> limits,
    TimeProvider clock)
{
    private const long RecentMs = 24 * 3600_000;

    public async Task<Reply<VisitorWelcome>> Hello(long visitor, long site, VisitorHello hello)
    {
        if (hello is null || hello.Version != Protocol.Version)
            return new Refusal(RefusalCode.ProtocolVersion);
        if (TextRules.CheckLines(hello.Language, hello.TimeZone, hello.PageTitle) is { } wrong)
            return new Refusal(wrong);
        var shortened = hello with { Page = hello.Page is { Length: > 1000 } page ? page[..1000] : hello.Page };
        if (await VisitorSql.Seen(database, visitor, shortened, clock.NowMs()) is not { } known)
            return new Refusal(RefusalCode.NotAllowed);
        var row = await Newest(visitor);
        return new VisitorWelcome(visitor, known.Name, known.Email, row is null ? null : await View(row), clock.NowMs(), limits.Value.AttachmentBytes);
    }

    /// <param name="from">The network address of who asks.</param>
    public async Task<Reply<VisitorConversation>> Start(long visitor, long siteId, string language, StartConversation start, string? from)
    {
        if (start is null || start.Session < 1 || (start.ByMail && start.Call is not null) || sites.ById(siteId) is not { } site)
            return new Refusal(RefusalCode.Invalid);
        if (await StartedWith(visitor, start.Session) is { } same)
            return await View(same);
        if (await Newest(visitor) is { State.Status: not ConversationStatus.Resolved })
            return new Refusal(RefusalCode.AlreadyOpen);
        var topic = site.Topics.FirstOrDefault(t => t.Id == start.TopicId);
        if (start.TopicId is not null && topic is null)
            return new Refusal(RefusalCode.UnknownTopic);

        var spoken = site.Languages.FirstOrDefault(l => l == language) ?? site.Languages.FirstOrDefault(l => l.Split('-')[0] == language.Split('-')[0]) ?? site.Languages[0];
        var known = await KnownBy(visitor);
        var email = Blank(start.Email);
        ByMail? mail = null;
        if (start.ByMail)
        {
            if (Addresses.Clean(email) is not { } address)
                return new Refusal(RefusalCode.AddressInvalid);
            if (await promises.Make(site.Id, start.TopicId, spoken, address, known, from) is not { } promised)
                return new Refusal(RefusalCode.NoMail);
            (email, mail) = (address, promised);
        }
        var id = ids.Next();
        Command.WantCall? call = null;
        if (start.Call is { } wish)
        {
            var granted = await grants.Grant(site.Id, start.TopicId, id, visitor, wish, from);
            if (granted.Refusal is { } refusal)
                return refusal;
            call = granted.Value! with { MailTo = wish.At is null ? null : await callMail.Count(site.Id, Addresses.Clean(email)) };
        }
        var outcome = await journal.Submit(id, new Command.Start(
            Author.Visitor(visitor), site.Id, start.Session, start.TopicId, topic?.Title.GetValueOrDefault(spoken) ?? topic?.Title.Values.FirstOrDefault(), spoken,
            start.Body, Blank(start.Name), email, known, mail, call));
        if (outcome.Refusal is not null)
        {
            if (call is not null)
                await callSlots.Free(id);
            // The same start from another tab may have come first; or the id was drawn by another node for somebody else.
            return await StartedWith(visitor, start.Session) is { } other ? await View(other)
                : outcome.Refusal.Code == RefusalCode.UnknownConversation ? await Start(visitor, siteId, language, start, from)
                : outcome.Refusal;
        }
        return await conversations.Get(id) is { } row ? await View(row) : new Refusal(RefusalCode.Busy, 1000);
    }

    /// <param name="from">The network address of who asks.</param>
    public async Task<Reply<Done>> WriteByMail(long visitor, WriteByMail mail, string? from)
    {
        if (mail is null || await Mine(visitor, mail.Conversation) is not { State: var state })
            return new Refusal(RefusalCode.UnknownConversation);
        if (Addresses.Clean(mail.Email) is not { } address)
            return new Refusal(RefusalCode.AddressInvalid);
        if (state.Channel == ChannelKind.Email && string.Equals(state.MailTo, address, StringComparison.OrdinalIgnoreCase))
            return new Done();
        if (await promises.Make(state.SiteId, state.TopicId, state.Language, address, state.LikelyAgent, from) is not { } promised)
            return new Refusal(RefusalCode.NoMail);
        var outcome = await journal.Submit(state.Id, new Command.WriteByMail(Author.Visitor(visitor), promised));
        return outcome.Refusal is { } refusal ? refusal : new Done();
    }

    /// <param name="from">The network address of who asks.</param>
    public async Task<Reply<Done>> SendTranscript(long visitor, SendTranscript transcript, string? from) =>
        transcript is null || await Mine(visitor, transcript.Conversation) is not { } row
            ? new Refusal(RefusalCode.UnknownConversation)
            : await transcripts.Send(Author.Visitor(visitor), row, transcript.Email, from);

    public async Task<Reply<CallTimes>> CallTimes(long site, long? topic) => await grants.Times(site, topic) is { } times ? times : new Refusal(RefusalCode.NoCalls);

    /// <param name="from">The network address of who asks.</param>
    public async Task<Reply<Done>> CallBack(long visitor, CallBack call, string? from) =>
        call is null || await Mine(visitor, call.Conversation) is not { State: var state } ? new Refusal(RefusalCode.UnknownConversation)
        : await calls.Ask(state, call, from) is { } refusal ? refusal : new Done();

    public async Task<Reply<Done>> CancelCall(long visitor, long conversation) =>
        await Mine(visitor, conversation) is not { State: var state } ? new Refusal(RefusalCode.UnknownConversation)
        : await calls.Cancel(state) is { } refusal ? refusal : new Done();

    public async Task<Reply<EntryPage>> After(long visitor, long conversation, int seq) =>
        await Mine(visitor, conversation) is null ? new Refusal(RefusalCode.UnknownConversation) : await timeline.After(conversation, seq, publicOnly: true);

    public async Task<Reply<EntryPage>> Before(long visitor, long conversation, int seq) =>
        await Mine(visitor, conversation) is null ? new Refusal(RefusalCode.UnknownConversation) : await timeline.Before(conversation, seq, publicOnly: true);

    public async Task<Reply<Done>> Read(long visitor, long conversation, int seq)
    {
        if (await Mine(visitor, conversation) is null)
            return new Refusal(RefusalCode.UnknownConversation);
        teller.Read(conversation, AuthorKind.Visitor, seq);
        return new Done();
    }

    public async Task<Reply<Done>> Typing(long visitor, long conversation)
    {
        if (await Mine(visitor, conversation) is null)
            return new Refusal(RefusalCode.UnknownConversation);
        teller.Typing(conversation, null);
        return new Done();
    }

    public async Task<Reply<Done>> Leave(long visitor, long conversation) => await Mine(visitor, conversation) is { } row
        ? await messages.Do(conversation, new Command.Leave(Author.Visitor(visitor), routing.Waiting(row.State.SiteId).WrapUpSeconds))
        : new Refusal(RefusalCode.UnknownConversation);

    /// <summary>For the badge of a closed widget: what agents wrote that the visitor has not seen.</summary>
    public async Task<UnreadCount> Unread(long visitor)
    {
        if (await Newest(visitor) is not { } row)
            return new UnreadCount(0, false);
        var page = await timeline.After(row.State.Id, row.ReadByVisitor, publicOnly: true);
        return new UnreadCount(page.Entries.Count(e => e is { Kind: EntryKind.Message, By: AuthorKind.Agent }), row.State.Status != ConversationStatus.Resolved);
    }

    public async ValueTask<OpenConversation?> Mine(long visitor, long conversation) =>
        await conversations.Get(conversation) is { } row && row.State.VisitorId == visitor ? row : null;

    private async Task<VisitorConversation> View(OpenConversation row)
    {
        var page = await timeline.Newest(row.State.Id, publicOnly: true);
        row = await conversations.AtLeast(row.State.Id, page.Head) ?? row;
        var agent = row.State.AgentId is { } id ? agents.Find(id)?.ToPerson() : null;
        return new VisitorConversation(row.State.Id, row.State.Status, row.State.TopicId, agent, page, row.ReadByAgents, row.ReadByVisitor, cards.Find(row.State.Id) ?? dispatcher.ForNewcomer(row));
    }

    private async Task<OpenConversation?> StartedWith(long visitor, long session)
    {
        await using var connection = await database.Open();
        return await ConversationSql.StartedWith(connection, visitor, session) is { } id ? await conversations.Get(id) : null;
    }

    private async Task<OpenConversation?> Newest(long visitor)
    {
        await using var connection = await database.Open();
        var newest = (await ConversationSql.OfVisitor(connection, visitor, 1)).FirstOrDefault();
        return newest is null || newest.ResolvedAt < clock.NowMs() - RecentMs ? null : await conversations.Get(newest.Id);
    }

    /// <summary>The agent who answered this visitor last.</summary>
    private async Task<long?> KnownBy(long visitor)
    {
        await using var connection = await database.Open();
        return (await ConversationSql.OfVisitor(connection, visitor, 1)).FirstOrDefault()?.LastAgentId;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
