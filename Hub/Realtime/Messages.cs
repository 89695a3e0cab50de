using SupportHub.Attachments;
using SupportHub.Conversations;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>What both hubs do with a message: check its numbers, find its attachment, and give it to the journal.</summary>
public sealed class Messages(Journal journal, AttachmentStore attachments)
{
    private const long SafeInteger = (1L << 53) - 1;

    /// <param name="mailTo">The customer's address, where an agent's message also goes out by mail.</param>
    public Task<Reply<Sent>> Send(Author by, SendMessage message, bool note, string? mailTo = null)
    {
        // Null only by another client's mistake: the wire has no types.
        if (message is null || message.Session is < 1 or > SafeInteger || message.Number < 1)
            return Task.FromResult<Reply<Sent>>(new Refusal(RefusalCode.Invalid));
        // Without an await before the journal: what one connection sends in order is submitted in order.
        return message.AttachmentId is null
            ? Submit(message.Conversation, Command(by, message, null, note, mailTo))
            : SendWithAttachment(by, message, note, mailTo);
    }

    public async Task<Reply<Done>> Do(long conversation, Command command)
    {
        var outcome = await journal.Submit(conversation, command);
        return outcome.Refusal is { } refusal ? refusal : new Done();
    }

    private async Task<Reply<Sent>> SendWithAttachment(Author by, SendMessage message, bool note, string? mailTo)
    {
        var attachment = await attachments.Find(message.AttachmentId!.Value, message.Conversation, by.Kind);
        return attachment is null
            ? new Refusal(RefusalCode.UnknownAttachment)
            : await Submit(message.Conversation, Command(by, message, attachment, note, mailTo));
    }

    private async Task<Reply<Sent>> Submit(long conversation, Command command)
    {
        var outcome = await journal.Submit(conversation, command, answerInPlace: true);
        return outcome.Refusal is { } refusal ? refusal : new Sent(conversation, outcome.Seq, outcome.At);
    }

    private static Command Command(Author by, SendMessage message, Attachment? attachment, bool note, string? mailTo) => note
        ? new Command.Note(by, message.Session, message.Number, message.Body, attachment)
        : new Command.Say(by, message.Session, message.Number, message.Body, attachment, mailTo);
}
