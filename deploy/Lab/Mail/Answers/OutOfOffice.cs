using MimeKit;
using MimeKit.Utils;

namespace SupportHub.Lab.Mail.Answers;

/// <summary>The answer of a mailbox whose owner is away (RFC 3834). A correct one is silent towards machines; some in use are not.</summary>
public static class OutOfOffice
{
    public static MimeMessage Of(Original original, string language, DateTimeOffset now)
    {
        var (prefix, text) = language == "fr"
            ? ("Réponse automatique : ", "Bonjour,\n\nje suis en congés et je lirai votre message à mon retour.\n\nBien à vous\n")
            : ("Automatic reply: ", "Hello,\n\nI am out of the office and will read your message when I am back.\n\nKind regards\n");
        var answer = new MimeMessage(
            [original.Customer],
            original.ReturnPath is { } path ? [path] : original.AnswerTo,
            prefix + original.Subject,
            new TextPart("plain") { Text = text })
        {
            Date = now,
            MessageId = MimeUtils.GenerateMessageId(original.Customer.Domain is { Length: > 0 } domain ? domain : "lab.localhost"),
        };
        answer.Headers.Add(HeaderId.AutoSubmitted, "auto-replied");
        original.Thread(answer);
        return answer;
    }
}
