using System.Globalization;

namespace SupportHub.Callbacks.Voice;

internal sealed class VoiceEnglish : VoiceLanguage
{
    public static readonly VoiceLanguage Only = new VoiceEnglish();

    public override string Tag => "en-GB";

    public override string Briefing(AgentBriefing briefing) =>
        $"{briefing.Company}, a callback for you. {briefing.Customer ?? "A customer"}{About(briefing.Topic)} {Since(briefing.Since)}.";

    public override string Keys => "To call now, press 1. To leave this call to a colleague, press 2.";

    public override string Connecting => "Thank you. I am calling.";

    public override string Declined => "All right, a colleague will take it. Goodbye.";

    public override string NoKey => "No key was pressed, so a colleague will take it. Goodbye.";

    public override string NoAnswer => "Sorry, there is no answer. What comes next is on your screen. Goodbye.";

    public override string Busy => "Sorry, the line is busy. What comes next is on your screen. Goodbye.";

    public override string NotConnected => "Sorry, this number could not be reached. What comes next is on your screen. Goodbye.";

    public override string WasVoicemail => "That was voicemail, and a word was left there. What comes next is on your screen. Goodbye.";

    public override string NotNeeded => "This call is not needed any more. Goodbye.";

    public override string Voicemail(string company) => $"Hello, this is {company}. We tried to call you back, as agreed. You will hear from us soon. Goodbye.";

    public override string LineWorks(string company) => $"Hello, this is {company}. The telephone line works. Goodbye.";

    private static string About(string? topic) => topic is null ? "" : $", about {topic},";

    private static string Since(CallSince since) => since switch
    {
        { AgreedAt: null, Waited: null } => "is the person whom you call again",
        { AgreedAt: { } at } => $"expects your call at {at.ToString("h:mm tt", CultureInfo.InvariantCulture)}",
        { Waited: { } waited } when Minutes(waited) >= 1 => $"has been waiting for {Duration(Minutes(waited))}",
        _ => "has just asked to be called",
    };

    private static string Duration(int minutes) => minutes < 60 ? Count(minutes, "minute") : minutes % 60 == 0 ? Count(minutes / 60, "hour") : $"{Count(minutes / 60, "hour")} and {Count(minutes % 60, "minute")}";

    private static string Count(int number, string word) => $"{number.ToString(CultureInfo.InvariantCulture)} {word}{(number == 1 ? "" : "s")}";
}
