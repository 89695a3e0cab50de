namespace SupportHub.Conversations;

/// <summary>A command on its way through the journal.</summary>
internal sealed class Submission(long conversation, Command command)
    : TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public long Conversation => conversation;
    public Command Command => command;

    /// <summary>What to answer if the commit succeeds.</summary>
    public Outcome Result { get; set; }

    public void Finish(Outcome outcome) => TrySetResult(outcome);
}
