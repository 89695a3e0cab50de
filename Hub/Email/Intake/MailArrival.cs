using SupportHub.Attachments;
using SupportHub.Conversations;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Email.Intake;

/// <summary>
/// Puts a person's mail on a timeline. The mail's own id names the conversation that it begins (unless that is somebody else's) and numbers its messages,
/// so that doing it again after a crash adds nothing.
/// </summary>
public sealed class MailArrival(
    Journal journal, OpenConversations conversations, MailSql mails, SiteDirectory sites, Promises promises, MailNotices notices, AttachmentStore attachments, Ids ids, TimeProvider clock)
{
    /// <returns>The conversation; null where the journal cannot take it now.</returns>
    public async Task<long?> Put(long id, OpenMailbox mailbox, ReadMail mail, Intake decided, CancellationToken cancel)
    {
        var site = sites.ById(mailbox.SiteId)!;
        var address = mail.From!.Address;
        var answered = decided is Intake.Answer answer ? await Answered(answer, site.Id, address) : null;
        var linked = answered is null && decided is Intake.Answer other ? other.Conversation : (long?)null;
        var parts = MailParts.Of(mail);
        if (answered is { } row)
            return await Add(id, row.State, Author.Visitor(row.State.VisitorId), mail, parts, cancel) ? row.State.Id : null;

        var alias = (decided as Intake.Begin)?.Alias;
        var language = alias?.Language ?? site.Languages[0];
        var topic = site.Topics.FirstOrDefault(t => t.Id == alias?.TopicId);
        var writer = await mails.Writer(site.Id, address, MailParts.Line(mail.From.Name), language, ids, clock.NowMs());
        var promise = await promises.Make(site.Id, topic?.Id, language, address, null, from: null, MailParts.Line(mail.Subject), acknowledge: mail.IsByPerson);
        var start = new Command.Start(
            Author.Visitor(writer), site.Id, id, topic?.Id, topic?.Title.GetValueOrDefault(language), language, parts.Texts[0], MailParts.Line(mail.From.Name), address, null, promise);
        var conversation = id;
        Outcome started;
        while ((started = await journal.Submit(conversation, start)).Refusal is { Code: RefusalCode.UnknownConversation })
            conversation = await mails.StartedWith(writer, id) ?? ids.Next();
        return Went(started) && await AddRest(id, site.Id, conversation, start.By, mail, parts, linked, cancel) ? conversation : null;
    }

    /// <summary>The conversation that the mail answers, if its sender belongs there.</summary>
    private async Task<OpenConversation?> Answered(Intake.Answer answer, long site, string address)
    {
        if (await conversations.Get(answer.Conversation) is not { } row || row.State.SiteId != site)
            return null;
        var theirs = answer.Theirs ?? Same(row.State.MailTo, address) || Same(await mails.AddressOf(row.State.VisitorId), address);
        return theirs ? row : null;
    }

    private async Task<bool> Add(long id, Conversation state, Author by, ReadMail mail, MailParts parts, CancellationToken cancel)
    {
        var promise = await promises.Make(
            state.SiteId, state.TopicId, state.Language, mail.From!.Address, state.LastAgentId, from: null, MailParts.Line(mail.Subject), acknowledge: state.Status == ConversationStatus.Resolved && mail.IsByPerson);
        var said = await journal.Submit(state.Id, new Command.Say(by, id, 1, parts.Texts[0], null, Mail: promise));
        return Went(said) && await AddRest(id, state.SiteId, state.Id, by, mail, parts, null, cancel);
    }

    private async Task<bool> AddRest(long id, long site, long conversation, Author by, ReadMail mail, MailParts parts, long? linked, CancellationToken cancel)
    {
        var number = 1;
        foreach (var text in parts.Texts.Skip(1))
            if (!await Say(text, null))
                return false;
        var (files, refused) = RefusedFiles.Sort(mail);
        foreach (var file in files)
        {
            await using var content = file.Open();
            if (await attachments.Save(conversation, AuthorKind.Visitor, file.Name, content, IntakeLimits.File, cancel) is not { } stored || !await Say(null, stored))
                return false;
        }
        var tell = refused.Count > 0 && mail.IsByPerson && await notices.May(site, mail.From!.Address, MailNotice.TooLarge, id, clock.NowMs());
        var origin = new MailOrigin(MailApi.Whole(id), linked, refused.Count > 0 ? refused : null, tell ? MailNotice.TooLarge : null);
        return Went(await journal.Submit(conversation, new Command.KeepSource(by, id, ++number, parts.Quoted, origin, tell ? mail.From!.Address : null)));

        async Task<bool> Say(string? text, Attachment? file) =>
            Went(await journal.Submit(conversation, new Command.Say(by, id, ++number, text, file)));
    }

    /// <returns>False where it must be done again later.</returns>
    /// <exception cref="InvalidOperationException">It would be refused for ever: a person has to look at the mail.</exception>
    private static bool Went(Outcome outcome) => outcome.Refusal switch
    {
        null => true,
        { RetryAfterMs: not null } => false,
        { } refusal => throw new InvalidOperationException($"What a mail says was refused: {refusal.Code}."),
    };

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
