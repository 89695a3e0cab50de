namespace SupportHub.Conversations;

/// <summary>A command on its way through the journal.</summary>
/// <param name="answerInPlace">What follows on the answer runs where it is given.</param>
internal sealed class Submission(long conversation, Command command, bool answerInPlace)
    : TaskCompletionSource<Outcome>(answerInPlace ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously)
{
    public long Conversation => conversation;
    public Command Command => command;

    /// <summary>What to answer if the commit succeeds.</summary>
    public Outcome Result { get; set; }

    public void Finish(Outcome outcome) => TrySetResult(outcome);
}
