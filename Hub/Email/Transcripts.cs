using SupportHub.Conversations;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;

namespace SupportHub.Email;

/// <summary>
/// Sends customers the conversation so far. What they wrote themselves is in it, and nobody proved whose the address is: so it needs an agent who has written
/// in it, and what customers ask for is counted as confirmations are.
/// </summary>
public sealed class Transcripts(TranscriptSql sql, Journal journal, MailboxDirectory mailboxes, Confirmations confirmations, TimeProvider clock)
{
    private const int PerConversation = 5;
    private const int Looks = 4;

    /// <param name="email">Absent: where the customer reads mail, as far as that is known.</param>
    /// <param name="from">The network address of a customer who asks; absent for an agent.</param>
    public async Task<Reply<Done>> Send(Author by, OpenConversation row, string? email, string? from)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await sql.Read(row.State.Id) is not { } seen)
                return new Refusal(RefusalCode.UnknownConversation);
            var known = seen.State.MailTo ?? seen.Email;
            if (mailboxes.Of(seen.State.SiteId) is null || (string.IsNullOrWhiteSpace(email) && known is null))
                return new Refusal(RefusalCode.NoMail);
            if (Addresses.Clean(string.IsNullOrWhiteSpace(email) ? known : email) is not { } address)
                return new Refusal(RefusalCode.AddressInvalid);
            if (seen.AnsweredAt == 0)
                return new Refusal(RefusalCode.Empty);
            if (seen.HasAll(address))
                return new Done();
            if (by.Kind == AuthorKind.Visitor && (seen.Sent.Count >= PerConversation || (look == 0 && !await confirmations.May(address, from, seen.State.SiteId, clock.NowMs()))))
                return new Refusal(RefusalCode.TooFast);
            var outcome = await journal.Submit(row.State.Id, new Command.SendTranscript(by, address, seen.State.Version, Introduces: known is null));
            if (outcome.Refusal is not { } refusal)
                return new Done();
            // Without a time to wait: the conversation is another by now than was seen.
            if (refusal is not { Code: RefusalCode.Busy, RetryAfterMs: null })
                return refusal;
        }
        return new Refusal(RefusalCode.Busy, 500);
    }
}
