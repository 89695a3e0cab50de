namespace SupportHub.AgentsWeb.Email;

internal sealed class MailEnglish : MailTexts
{
    public override string ByMail => "By e-mail";
    public override string GoesOn(string address) => $"Goes on by e-mail to {address}";
    public override string Promised(string when) => $"answer promised by {when}";
    public override string Subject(string subject) => $"Subject: {subject}";
    public override string Quoted => "Show quoted text";
    public override string Whole => "Whole mail";
    public override string Unverified => "Unverified sender";
    public override string UnverifiedMeans => "This mail answers another conversation, from an address that does not belong to it. Nothing of that conversation was shown to its sender.";
    public override string OtherConversation => "Open the other conversation";
    public override string FilesRefused(string files) => $"Not taken, because it was too large: {files}.";
    public override string MailsHeld => "This sender wrote very many e-mails in a short time. The further ones are kept aside.";
    public override string SenderToldSo => "The sender was told so by e-mail.";
    public override string Waiting => "waiting to be sent";
    public override string WaitingAgain => "waiting to be sent again";
    public override string Sent => "sent by e-mail";
    public override string Deferred => "not taken yet, tried again by itself";
    public override string Refused => "The mail server refused it";
    public override string Bounced => "It came back undelivered";
    public override string ConfirmationLost => "The automatic e-mail to the customer did not arrive";
    public override string OursLost => "An earlier e-mail to the customer did not arrive";
    public override string ServerSaid(string words) => $"The server said: “{words}”";
    public override string ToMessage => "Show that message";
    public override string AutoReplied(string name) => $"{name}’s mailbox answered by itself";
    public override string Again => "Send again";
    public override string Elsewhere => "To another address";
    public override string ElsewhereTitle => "Send it to another address";
    public override string ElsewhereHint => "From now on, this conversation goes on at this address.";
    public override string Address => "E-mail address";
    public override string OnItsWay => "The e-mail is on its way again.";

    public override string Bold => "Bold, in the mail";
    public override string Italic => "Italic, in the mail";
    public override string Transcript(string address) => $"Transcript for {address}";
    public override string SendTranscript => "Send the transcript";
    public override string TranscriptLeaves => "The transcript is on its way.";
    public override string TranscriptEmpty => "There is nothing to send yet: no agent has written here.";

    public override string WholeTitle => "The whole mail";
    public override string Pictures => "Show remote pictures";
    public override string PicturesMean => "Pictures from elsewhere are not loaded: they would tell the sender when you look.";
    public override string PicturesShown => "Pictures from elsewhere are shown.";
    public override string Download => "Download";

    public override string WayLabel => "How your answer goes out";
    public override string Chat => "Chat";
    public override string Mail => "E-mail";
    public override string OtherWay => "Answer by chat or by e-mail";
    public override string OutAway(string address, string name) => $"Goes out by e-mail to {address}: {name} is not on the website.";
    public override string OutOnline(string address, string name) => $"Goes out by e-mail to {address}, and shows on the website, where {name} is now.";
    public override string OnSite(string name) => $"Shows on the website, where {name} is now.";
    public override string Waits(string name) => $"{name} is not on the website and gave no e-mail address: your answer waits there.";
    public override string SendMail => "Send by e-mail";
    public override string AskPhone => "Ask for a phone number and free times";
    public override string AskPhoneText => "Hello {customer},\n\nI would like to call you about this. At which number can I reach you, and when are you free? For example: “every day from 10 am to 6 pm”.";
    public override string NoMail => "No e-mail address of this customer is known, or the site’s mailbox was disconnected.";
    public override string AddressInvalid => "This does not look like an e-mail address.";

    public override string AnswerBy(string when) => $"answer by {when}";
    public override string Late(string when) => $"late: was due {when}";
    public override string Before(string when) => $"by {when}";
    public override string LateShort(string when) => $"late: {when}";
    public override string Mails(int count) => count == 1 ? "1 e-mail" : $"{count} e-mails";

    public override string Aside => "E-mails to look at";
    public override string AsideCount(int count) => count == 1 ? "1 e-mail to look at" : $"{count} e-mails to look at";
    public override string AsideLead => "They came in and belong to no conversation, or could not be read. Nothing is thrown away.";
    public override string AsideEmpty => "Nothing to look at. An e-mail that cannot be read, or comes from a list, waits here.";
    public override string AsideMany => "These are the newest 200. The others follow when you have looked at some.";
    public override string AsideFailed => "The list could not be loaded. Nothing is lost.";
    public override string NoSender => "No sender";
    public override string NoSubject => "No subject";
    public override string Look => "Look";
    public override string LookedAt => "Done, remove";
    public override string Retry => "Try again";
}
