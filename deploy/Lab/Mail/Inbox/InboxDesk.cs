using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Lab.Mail.Mailboxes;
using SupportHub.Lab.Mail.Outgoing;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>Shows mailboxes and mails, for one request.</summary>
public sealed class InboxDesk(MailFolders folders, OutgoingLoop outgoing, TimeProvider time, IHttpContextAccessor current)
{
    public InboxWords Words { get; } = InboxWords.For(current.HttpContext!.Request.Headers.AcceptLanguage.ToString());

    public RazorComponentResult Page(string? address, InboxPane? pane, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<InboxPage>(new { View = new InboxView(Words, folders.All, address, pane, outgoing.Obstacle, time.GetLocalNow()) }) { StatusCode = status };

    /// <summary>Who looks at it has read it.</summary>
    public async Task<RazorComponentResult> Read(string address, string id, bool asText)
    {
        if (await Open(address, id) is not { } open)
            return NotFound(address);
        folders.MarkRead(open.Card);
        return Page(open.Card.Address, new Reading(open, asText));
    }

    public RazorComponentResult NotFound(string address) => Page(MailboxName.Normal(address), new Missing(), StatusCodes.Status404NotFound);

    public async Task<ReadMail?> Open(string address, string id) =>
        folders.Find(address, id) is { } card ? await ReadMail.Open(folders, card) : null;
}
