using Microsoft.AspNetCore.SignalR;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>The visitors' door. Thin: the desk and the journal decide.</summary>
public sealed class VisitorHub(VisitorDesk desk, Messages messages) : Hub<IVisitorClient>, IVisitorHub
{
    private long Me => Context.User.Visitor().Visitor;

    private long MySite => Context.User.Visitor().Site;

    public async Task<Reply<VisitorWelcome>> Hello(VisitorHello hello)
    {
        var reply = await desk.Hello(Me, MySite, hello);
        if (reply.Value is not null)
            Context.Items[HubGuard.Greeted] = hello.Language;
        return reply;
    }

    public Task<Reply<VisitorConversation>> Start(StartConversation start) =>
        desk.Start(Me, MySite, (string)Context.Items[HubGuard.Greeted]!, start, From);

    public Task<Reply<Sent>> Send(SendMessage message) => messages.Send(Author.Visitor(Me), message, note: false);

    public Task<Reply<Done>> WriteByMail(WriteByMail mail) => desk.WriteByMail(Me, mail, From);

    public Task<Reply<Done>> SendTranscript(SendTranscript transcript) => desk.SendTranscript(Me, transcript, From);

    public Task<Reply<CallTimes>> CallTimes(long? topic) => desk.CallTimes(MySite, topic);

    public Task<Reply<Done>> CallBack(CallBack call) => desk.CallBack(Me, call, From);

    public Task<Reply<Done>> CancelCall(long conversation) => desk.CancelCall(Me, conversation);

    public Task<Reply<EntryPage>> After(long conversation, int seq) => desk.After(Me, conversation, seq);

    public Task<Reply<EntryPage>> Before(long conversation, int seq) => desk.Before(Me, conversation, seq);

    public Task<Reply<Done>> Read(long conversation, int seq) => desk.Read(Me, conversation, seq);

    public Task<Reply<Done>> Typing(long conversation) => desk.Typing(Me, conversation);

    public Task<Reply<Done>> Introduce(Introduce who) =>
        messages.Do(who.Conversation, new Command.Introduce(Author.Visitor(Me), Blank(who.Name), Blank(who.Email)));

    public Task<Reply<Done>> Leave(long conversation) => desk.Leave(Me, conversation);

    public Task<Reply<Done>> Rate(RateConversation rating) =>
        messages.Do(rating.Conversation, new Command.Rate(Author.Visitor(Me), rating.Score, Blank(rating.Comment)));

    private string? From => Network.Of(Context.GetHttpContext());

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
