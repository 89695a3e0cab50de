using SupportHub.Callbacks.Asking;
using SupportHub.Callbacks.Board;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>What agents ask for of phone calls, between their hub and the journal.</summary>
public sealed class AgentCalls(OpenConversations conversations, CallDesk desk, CallBoardDesk board, Messages messages)
{
    public async Task<Reply<CallBoard>> Board(AskCallBoard ask) => ask is null || await board.Read(ask) is not { } read ? new Refusal(RefusalCode.Invalid) : read;

    public async Task<Reply<Done>> Again(long me, CallAgain again)
    {
        if (again is null || await conversations.Get(again.Conversation) is not { State: var state })
            return new Refusal(RefusalCode.UnknownConversation);
        return await desk.Again(state, me, again.At, again.Mine) is { } refusal ? refusal : new Done();
    }

    public async Task<Reply<Done>> Correct(long me, CorrectCall correct) => correct is null
        ? new Refusal(RefusalCode.Invalid)
        : await messages.Do(correct.Conversation, new Command.CorrectCall(Author.Agent(me), correct.Outcome));
}
