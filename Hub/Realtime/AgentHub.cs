using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SupportHub.Agents;
using SupportHub.Agents.SignIn;
using SupportHub.Conversations;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>The agents' door. Thin: the desk and the journal decide.</summary>
[Authorize]
public sealed class AgentHub(AgentDesk desk, AgentCalls calls, Messages messages, AgentDirectory agents, AgentConnections connections, AgentLines lines, Presences presences) : Hub<IAgentClient>, IAgentHub
{
    private long Me => Context.User!.AgentId()!.Value;

    public override Task OnConnectedAsync()
    {
        if (agents.Find(Me) is { DisabledAt: null } account)
            connections.Add(Context, account);
        else
            Context.Abort();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        if (Context.Items.ContainsKey(HubGuard.Greeted))
            presences.Disconnected(Me);
        return Task.CompletedTask;
    }

    public async Task<Reply<AgentWelcome>> Hello(AgentHello hello)
    {
        if (hello is null || hello.Version != Protocol.Version)
            return new Refusal(RefusalCode.ProtocolVersion);
        if (Context.Items.TryAdd(HubGuard.Greeted, true))
            presences.Connected(Me);
        // Before the lists are read: what changes in between is pushed as well.
        lines.Greet(Context.ConnectionId);
        return await desk.Hello(Me);
    }

    public Task<Reply<AgentConversation>> Open(long conversation)
    {
        lines.Open(Context.ConnectionId, conversation);
        return desk.Open(conversation);
    }

    public Task<Reply<Done>> Close(long conversation)
    {
        lines.Close(Context.ConnectionId, conversation);
        return Task.FromResult<Reply<Done>>(new Done());
    }

    public Task<Reply<Sent>> Send(SendMessage message) => message is { ByMail: true } ? desk.SendByMail(Me, message) : messages.Send(Author.Agent(Me), message, note: false);

    public Task<Reply<Sent>> Note(SendMessage note) => messages.Send(Author.Agent(Me), note, note: true);

    public Task<Reply<EntryPage>> After(long conversation, int seq) => desk.After(conversation, seq);

    public Task<Reply<EntryPage>> Before(long conversation, int seq) => desk.Before(conversation, seq);

    public Task<Reply<Done>> Read(long conversation, int seq) => desk.Read(conversation, seq);

    public Task<Reply<Done>> Typing(long conversation) => desk.Typing(Me, conversation);

    public Task<Reply<Done>> Take(long conversation) => desk.Take(Me, conversation);

    public Task<Reply<Done>> Accept(long conversation) => desk.Accept(Me, conversation);

    public Task<Reply<Done>> Decline(DeclineOffer offer) => desk.Decline(Me, offer);

    public Task<Reply<Done>> Transfer(TransferConversation transfer) => desk.Transfer(Me, transfer);

    public Task<Reply<Done>> Resolve(ResolveConversation resolve) => desk.Resolve(Me, resolve);

    public Task<Reply<Done>> SetPresence(Presence presence) => desk.SetPresence(Me, presence);

    public Task<Reply<Done>> MailAgain(MailAgain again) => desk.MailAgain(Me, again);

    public Task<Reply<Done>> SendTranscript(SendTranscript transcript) => desk.SendTranscript(Me, transcript);

    public Task<Reply<CallBoard>> CallBoard(AskCallBoard ask) => calls.Board(ask);

    public Task<Reply<Done>> CallAgain(CallAgain again) => calls.Again(Me, again);

    public Task<Reply<Done>> CorrectCall(CorrectCall correct) => calls.Correct(Me, correct);

    public Task<Reply<Done>> Ready() => desk.Ready(Me);

    public Task<Reply<ConversationList>> Search(SearchConversations search) => desk.Search(search);
}
