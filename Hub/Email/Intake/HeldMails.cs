using SupportHub.Conversations;
using SupportHub.Email.Reading;
using SupportHub.Shared;

namespace SupportHub.Email.Intake;

/// <summary>Mails that are held because their sender writes very many: the sender is told once, and so is who reads the sender's newest conversation.</summary>
public sealed class HeldMails(MailSql mails, MailNotices notices, Journal journal, TimeProvider clock)
{
    /// <returns>False where the journal cannot take it now.</returns>
    public async Task<bool> Tell(long id, long site, ReadMail mail)
    {
        var sender = mail.From!.Address;
        // The conversation is looked for first: who is told of none is not counted as told.
        if (!mail.IsByPerson || await mails.NewestConversation(site, sender.ToLowerInvariant()) is not { } conversation
            || !await notices.May(site, sender, MailNotice.Held, id, clock.NowMs()))
            return true;
        var origin = new MailOrigin(MailApi.Whole(id), Told: MailNotice.Held);
        return (await journal.Submit(conversation, new Command.KeepSource(Author.System, id, 1, null, origin, sender))).Refusal is null or { RetryAfterMs: null };
    }
}
