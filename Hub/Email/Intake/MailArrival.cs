using Microsoft.Extensions.Options;
using SupportHub.Attachments;
using SupportHub.Conversations;
using SupportHub.Email.Mailboxes;
using SupportHub.Email.Reading;
using SupportHub.Shared;
using SupportHub.Sites;

namespace SupportHub.Email.Intake;

/// <summary>
/// Puts a person's mail on a timeline. The mail's own id names the conversation that it begins and numbers its messages, so that doing it again after a
/// crash adds nothing.
/// </summary>
public sealed class MailArrival(
    Journal journal, OpenConversations conversations, MailSql mails, SiteDirectory sites, Promises promises, AttachmentStore attachments, Ids ids, TimeProvider clock)
{
    private const long LargestFile = 25 * 1024 * 1024;

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
        var writer = await mails.Writer(site.Id, address, MailParts.Line(mail.From.Name), language, ids.Next(), clock.NowMs());
        var promise = await promises.Make(site.Id, topic?.Id, language, address, null, from: null, MailParts.Line(mail.Subject));
        var started = await journal.Submit(id, new Command.Start(
            Author.Visitor(writer), site.Id, id, topic?.Id, topic?.Title.GetValueOrDefault(language), language, parts.Texts[0], MailParts.Line(mail.From.Name), address, null, promise));
        return started.Refusal is null && await AddRest(id, id, Author.Visitor(writer), mail, parts, 1, linked, cancel) ? id : null;
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
            state.SiteId, state.TopicId, state.Language, mail.From!.Address, state.LastAgentId, from: null, MailParts.Line(mail.Subject), acknowledge: state.Status == ConversationStatus.Resolved);
        var said = await journal.Submit(state.Id, new Command.Say(by, id, 1, parts.Texts[0], null, Mail: promise));
        return said.Refusal is null && await AddRest(id, state.Id, by, mail, parts, 1, null, cancel);
    }

    private async Task<bool> AddRest(long id, long conversation, Author by, ReadMail mail, MailParts parts, int number, long? linked, CancellationToken cancel)
    {
        foreach (var text in parts.Texts.Skip(1))
            if (!await Say(text, null))
                return false;
        foreach (var file in mail.Files.Where(f => !f.IsInline || mail.Html is null))
        {
            await using var content = file.Open();
            // A file that is too large is named; the whole mail has it.
            if (await attachments.Save(conversation, AuthorKind.Visitor, file.Name, content, LargestFile, cancel) is { } stored ? !await Say(null, stored) : !await Say($"📎 {file.Name}", null))
                return false;
        }
        var origin = new MailOrigin($"/api/mail/{id}", linked);
        return (await journal.Submit(conversation, new Command.KeepSource(by, id, ++number, parts.Quoted, origin))).Refusal is null;

        async Task<bool> Say(string? text, Attachment? file) =>
            (await journal.Submit(conversation, new Command.Say(by, id, ++number, text, file))).Refusal is null;
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
