namespace SupportHub.AgentsWeb.Email;

/// <summary>Every sentence of the console about e-mail. A language that lacks one does not compile.</summary>
public abstract class MailTexts
{
    private static readonly MailEnglish English = new();
    private static readonly MailFrench French = new();

    public static MailTexts In(string language) => language.Split('-')[0] == "fr" ? French : English;

    // On the timeline
    public abstract string ByMail { get; }
    public abstract string GoesOn(string address);
    public abstract string Promised(string when);
    public abstract string Subject(string subject);
    public abstract string Quoted { get; }
    public abstract string Whole { get; }
    public abstract string Unverified { get; }
    public abstract string UnverifiedMeans { get; }
    public abstract string OtherConversation { get; }
    public abstract string FilesRefused(string files);
    public abstract string MailsHeld { get; }
    public abstract string SenderToldSo { get; }
    public abstract string Waiting { get; }
    public abstract string WaitingAgain { get; }
    public abstract string Sent { get; }
    public abstract string Deferred { get; }
    public abstract string Refused { get; }
    public abstract string Bounced { get; }
    public abstract string ConfirmationLost { get; }
    public abstract string OursLost { get; }
    public abstract string ServerSaid(string words);
    public abstract string ToMessage { get; }
    public abstract string AutoReplied(string name);
    public abstract string Again { get; }
    public abstract string Elsewhere { get; }
    public abstract string ElsewhereTitle { get; }
    public abstract string ElsewhereHint { get; }
    public abstract string Address { get; }
    public abstract string OnItsWay { get; }

    public abstract string Bold { get; }
    public abstract string Italic { get; }

    // The transcript
    public abstract string Transcript(string address);
    public abstract string SendTranscript { get; }
    public abstract string TranscriptLeaves { get; }
    public abstract string TranscriptEmpty { get; }

    // The whole mail
    public abstract string WholeTitle { get; }
    public abstract string Pictures { get; }
    public abstract string PicturesMean { get; }
    public abstract string PicturesShown { get; }
    public abstract string Download { get; }

    // The composer
    public abstract string WayLabel { get; }
    public abstract string Chat { get; }
    public abstract string Mail { get; }
    public abstract string OtherWay { get; }
    public abstract string OutAway(string address, string name);
    public abstract string OutOnline(string address, string name);
    public abstract string OnSite(string name);
    public abstract string Waits(string name);
    public abstract string SendMail { get; }
    public abstract string AskPhone { get; }

    /// <summary>Put into the composer, in the customer's language. Holds {customer}.</summary>
    public abstract string AskPhoneText { get; }
    public abstract string NoMail { get; }
    public abstract string AddressInvalid { get; }

    // Lists
    public abstract string AnswerBy(string when);
    public abstract string Late(string when);

    /// <summary>The two in as few words as a line of the list has room for.</summary>
    public abstract string Before(string when);
    public abstract string LateShort(string when);
    public abstract string Mails(int count);

    // Set aside
    public abstract string Aside { get; }
    public abstract string AsideCount(int count);
    public abstract string AsideLead { get; }
    public abstract string AsideEmpty { get; }
    public abstract string AsideMany { get; }
    public abstract string AsideFailed { get; }
    public abstract string NoSender { get; }
    public abstract string NoSubject { get; }
    public abstract string Look { get; }
    public abstract string LookedAt { get; }
    public abstract string Retry { get; }
}
