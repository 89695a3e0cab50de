using SupportHub.Agents;
using SupportHub.Attachments;
using SupportHub.Conversations;
using SupportHub.Delivery;
using SupportHub.Email.Mailboxes;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Sites.Hours;
using SupportHub.Wording;

namespace SupportHub.Email.Sending;

/// <summary>Makes and sends what the outbox has for customers' mailboxes.</summary>
public sealed class MailPost(
    ThreadSql threads, MailboxDirectory mailboxes, SiteDirectory sites, AgentDirectory agents, AttachmentStore attachments, CallPages pages, MailSender sender, TimeProvider clock) : IPost
{
    public bool Does(PostKind kind) => kind is PostKind.Mail or PostKind.Acknowledgement or PostKind.Transcript or PostKind.Notice or PostKind.NotReached or PostKind.CallAgreed;

    public async Task<PostResult> Deliver(PostRow post, CancellationToken cancel)
    {
        if (mailboxes.Of(post.SiteId) is not { } mailbox || sites.ById(post.SiteId) is not { } site)
            return new PostResult(DeliveryState.Deferred, Uncounted: true);
        if (await threads.Find(post.ConversationId, post.Seqs) is not { } found)
            return new PostResult(DeliveryState.Refused, Silent: true);
        var mail = await Compose(post, mailbox, site, found.State, found.Entries, found.Customer);
        try
        {
            using var message = MailWriter.Write(mail, mailbox);
            var result = await sender.Send(mailbox, message, Reader(found.Entries[0], site), cancel);
            // That a confirmation went out is of no interest to anybody; that it did not, is.
            return result with { Silent = result.Silent || (post.Kind == PostKind.Acknowledgement && result.State == DeliveryState.Sent) };
        }
        finally
        {
            foreach (var file in mail.Files)
                await file.Content.DisposeAsync();
        }
    }

    private async Task<OutgoingMail> Compose(PostRow post, OpenMailbox mailbox, Site site, Conversation state, IReadOnlyList<Entry> entries, Recipient customer)
    {
        var entry = entries[0];
        var thread = await threads.Read(post.ConversationId, post.Seq);
        var company = mailbox.Name ?? site.Name;
        // What goes out by itself may reach somebody who never wrote: it has no word of whoever did, not even a subject or a name.
        var isProved = post.Kind is PostKind.Mail or PostKind.Transcript;
        var agent = post.Kind == PostKind.Mail && entry.AgentId is { } id ? agents.Find(id)?.FirstName : null;
        var ours = thread.Ours.Select(o => mailbox.Threads.MessageId(post.ConversationId, o.Seq, o.Kind, mailbox.Domain)).ToList();
        List<string> references = [.. ours, .. thread.TheirId is { } theirs ? [theirs] : Array.Empty<string>()];
        return new OutgoingMail(
            mailbox.Threads.MessageId(post.ConversationId, post.Seq, post.Kind, mailbox.Domain),
            agent is null ? company : $"{agent}, {company}",
            post.Recipient,
            isProved ? customer.Name : null,
            mailbox.ReplyTo(post.ConversationId, post.Recipient),
            post.Kind switch
            {
                PostKind.Transcript => MailWords.TranscriptSubject(company, state.Language),
                PostKind.Notice => NoticeWords.Subject(Told(entry), company, state.Language),
                PostKind.NotReached => CallWords.NotReachedSubject(company, state.Language),
                PostKind.CallAgreed => CallWords.AgreedSubject(company, state.Language),
                _ => MailWords.Subject(isProved ? thread.Subject : null, company, state.Language),
            },
            post.Kind switch
            {
                PostKind.Mail => MailTexts.Message(entries, agent, company, ProposesCall(entries) && pages.Of(state.SiteId, state.Id) is { } page ? CallWords.ChooseHere(page, state.Language) : null),
                PostKind.Acknowledgement => MailTexts.Acknowledgement(entry, company, state.Language),
                PostKind.Notice => NoticeWords.Text(Told(entry), company, state.Language),
                PostKind.NotReached => CallTexts.NotReached(entry, About(state, site, company, customer)),
                PostKind.CallAgreed => CallTexts.Agreed(entry, About(state, site, company, customer)),
                _ => MailTexts.Transcript(await threads.Public(post.ConversationId, post.Seq), site, company, state.Language, agents.FirstName),
            },
            state.Language,
            clock.NowMs(),
            references.Count > 0 ? references[^1] : null,
            references,
            ByMachine: post.Kind != PostKind.Mail,
            post.Kind == PostKind.Mail ? Files(entries) : []);
    }

    private static bool ProposesCall(IEnumerable<Entry> entries) => entries.Any(e => PhoneWords.ProposesCall(e.Body));

    private CallContext About(Conversation state, Site site, string company, Recipient customer) => new(
        company,
        state.Language,
        CustomerZone.Of(customer.TimeZone, site.Hours.Plan.TimeZone),
        state.LikelyAgent is { } agent ? agents.FirstName(agent) : null,
        pages.Of(state.SiteId, state.Id),
        clock.NowMs());

    /// <summary>The language of who reads what becomes of it: of whose message it is, else of the site.</summary>
    private string Reader(Entry entry, Site site) => (entry.AgentId is { } id ? agents.Find(id)?.Language : null) ?? site.Languages[0];

    private static MailNotice Told(Entry entry) => entry.Detail?.Origin?.Told ?? throw new InvalidOperationException("A notice that tells nothing.");

    private IReadOnlyList<OutgoingFile> Files(IEnumerable<Entry> entries)
    {
        List<OutgoingFile> files = [];
        foreach (var file in entries.Select(e => e.Detail?.Attachment).OfType<Attachment>())
            if (attachments.Open(file.Id) is { } content)
                files.Add(new OutgoingFile(file.Name, file.Type, content));
        return files;
    }
}
