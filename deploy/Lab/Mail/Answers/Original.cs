using MimeKit;
using MimeKit.Text;

namespace SupportHub.Lab.Mail.Answers;

/// <summary>What an answer needs of the mail that it answers. Pure.</summary>
public sealed record Original(MimeMessage Mail, string Address)
{
    /// <summary>Where an answer goes.</summary>
    public InternetAddressList AnswerTo => Mail.ReplyTo.Count > 0 ? Mail.ReplyTo : Mail.From;

    /// <summary>Where reports go (RFC 5321, section 4.4); null for a report, which gets none.</summary>
    public MailboxAddress? ReturnPath =>
        MailboxAddress.TryParse(Mail.Headers["Return-Path"]?.Trim().TrimStart('<').TrimEnd('>') ?? "", out var address) ? address : null;

    /// <summary>RFC 3834, section 5.</summary>
    public bool IsFromMachine =>
        Mail.Headers[HeaderId.AutoSubmitted] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase);

    public MailboxAddress From => Mail.From.Mailboxes.FirstOrDefault() ?? new MailboxAddress("", "unknown@invalid");

    /// <summary>The customer, with the name that the mail used.</summary>
    public MailboxAddress Customer => new(
        Mail.To.Mailboxes.Concat(Mail.Cc.Mailboxes).FirstOrDefault(to => string.Equals(to.Address, Address, StringComparison.OrdinalIgnoreCase))?.Name ?? "", Address);

    public string Subject => Mail.Subject ?? "";

    public string Text => (Mail.TextBody ?? (Mail.HtmlBody is { } html ? HtmlText.Of(html) : "")).ReplaceLineEndings("\n").TrimEnd('\n');

    public string Html => Mail.HtmlBody ?? new TextToHtml { OutputHtmlFragment = true }.Convert(Text);

    /// <summary>Makes <paramref name="answer"/> one of the same thread (RFC 5322, section 3.6.4).</summary>
    public void Thread(MimeMessage answer)
    {
        if (Mail.MessageId is not { } id)
            return;
        answer.InReplyTo = id;
        answer.References.AddRange(Mail.References);
        answer.References.Add(id);
    }
}
