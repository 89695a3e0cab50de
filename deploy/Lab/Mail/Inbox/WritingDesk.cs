using MimeKit;
using SupportHub.Lab.Mail.Answers;
using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Lab.Mail.Inbox;

/// <summary>Everything that a customer, or a customer's mail server, sends to the hub.</summary>
public sealed class WritingDesk(InboxDesk inbox, MailFolders folders, LabMailSettings settings, IHttpContextAccessor current)
{
    /// <summary>A person who likes one mail program uses it again.</summary>
    private const string StyleCookie = "quoting";

    private TimeProvider Time => settings.Time;

    private HttpContext Http => current.HttpContext!;

    public async Task<IResult> Answer(string address, string id)
    {
        var style = Enum.TryParse<QuotingStyle>(Http.Request.Cookies[StyleCookie], out var last) ? last : QuotingStyle.Gmail;
        return await inbox.Open(address, id) is { } open
            ? AnswerForm(open, style, text: null, fault: null)
            : inbox.NotFound(address);
    }

    public async Task<IResult> SendAnswer(string address, string id)
    {
        if (await inbox.Open(address, id) is not { } open)
            return inbox.NotFound(address);
        var form = await Http.Request.ReadFormAsync();
        var style = Enum.TryParse<QuotingStyle>(form["style"], out var chosen) ? chosen : QuotingStyle.Gmail;
        Http.Response.Cookies.Append(StyleCookie, style.ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365) });
        var letter = await Letter(form);
        if (letter.Files.Count == 0 && IsEmpty(letter.Text, open.Original))
            return AnswerForm(open, style, letter.Text, inbox.Words.NothingWritten);
        return await Sent(open.Card.Address, letter.Answer(open.Original, style, inbox.Words.Language, Time.LocalTimeZone, Time.GetLocalNow()));
    }

    public IResult Write(string? from) => WriteForm(new Writing(from ?? "", settings.Addresses.FirstOrDefault() ?? "", "", "", settings.Addresses, Fault: null));

    public async Task<IResult> SendFirst()
    {
        var form = await Http.Request.ReadFormAsync();
        var letter = await Letter(form);
        var draft = new Writing(form["from"].ToString(), form["to"].ToString(), form["subject"].ToString(), letter.Text, settings.Addresses, Fault: null);
        if (!IsAddress(draft.From, out var from) || !IsAddress(draft.To, out var to))
            return WriteForm(draft with { Fault = inbox.Words.BadAddress });
        if (string.IsNullOrWhiteSpace(letter.Text) && letter.Files.Count == 0)
            return WriteForm(draft with { Fault = inbox.Words.NothingWritten });
        return await Sent(from.Address, letter.First(from, [to], draft.Subject, Time.GetLocalNow()));
    }

    public async Task<IResult> Bounce(string address, string id)
    {
        if (await inbox.Open(address, id) is not { Original: { ReturnPath: { } returnPath } original } open)
            return inbox.NotFound(address);
        var form = await Http.Request.ReadFormAsync();
        var reason = Enum.TryParse<BounceReason>(form["reason"], out var chosen) ? chosen : BounceReason.NoSuchAddress;
        return await Sent(open.Card.Address, Answers.Bounce.Of(original, reason, returnPath, Time.GetLocalNow()));
    }

    public async Task<IResult> Away(string address, string id) => await inbox.Open(address, id) is { } open
        ? await Sent(open.Card.Address, OutOfOffice.Of(open.Original, inbox.Words.Language, Time.GetLocalNow()))
        : inbox.NotFound(address);

    private async Task<IResult> Sent(string address, MimeMessage mail)
    {
        var card = await folders.Send(address, mail);
        return Results.Redirect(InboxPaths.Mail(card.Address, card.Id), permanent: false, preserveMethod: false);
    }

    private IResult AnswerForm(ReadMail open, QuotingStyle style, string? text, string? fault)
    {
        var quotes = Quotes(open.Original);
        return inbox.Page(
            open.Card.Address,
            new Answering(open, text ?? $"\n\n{quotes[style]}", style, quotes, fault),
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private IResult WriteForm(Writing pane) => inbox.Page(
        folders.All.Any(card => card.Address == pane.From) ? pane.From : null, pane, pane.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private Dictionary<QuotingStyle, string> Quotes(Original original) => Enum.GetValues<QuotingStyle>()
        .ToDictionary(style => style, style => Quote.Of(style, original, inbox.Words.Language, Time.LocalTimeZone).Text);

    private bool IsEmpty(string text, Original original)
    {
        var own = Answers.Letter.Own(text.ReplaceLineEndings("\n"), Enum.GetValues<QuotingStyle>().Select(style => Quote.Of(style, original, inbox.Words.Language, Time.LocalTimeZone)));
        return string.IsNullOrWhiteSpace(own ?? text);
    }

    private static async Task<Letter> Letter(IFormCollection form)
    {
        var files = new List<LetterFile>();
        foreach (var file in form.Files.Where(file => file.FileName.Length > 0))
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files.Add(new LetterFile(Path.GetFileName(file.FileName), file.ContentType, content.ToArray()));
        }
        return new Letter(form["text"].ToString(), files);
    }

    private static bool IsAddress(string text, out MailboxAddress address) =>
        MailboxAddress.TryParse(text.Trim(), out address!) && address.Address.Contains('@') && MailboxName.TryFolder(address.Address) is not null;
}
