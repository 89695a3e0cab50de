using SupportHub.Callbacks.Attempts;

namespace SupportHub.Callbacks.Voice;

/// <summary>What the hub answers when Twilio asks what to do on a call: a TwiML document each. Pure.</summary>
public static class VoiceAnswers
{
    /// <summary>How long a key is waited for after the second time that it was asked for.</summary>
    private const int KeySeconds = 8;

    /// <summary>
    /// The agent's phone was picked up. It is said twice, because the first seconds of a call are seldom heard, and everything waits for a key, because what
    /// picked up may be the agent's voicemail.
    /// </summary>
    /// <param name="language">The agent's.</param>
    /// <param name="key">Where the key goes; an empty one where none is pressed.</param>
    public static string AskAgent(string language, AgentBriefing briefing, Uri key)
    {
        var words = VoiceLanguage.Of(language);
        var spoken = briefing with { Company = Named(briefing.Company), Customer = SpokenText.Of(briefing.Customer), Topic = SpokenText.Of(briefing.Topic) };
        var sentence = words.Briefing(spoken);
        return Twiml.Write(words, twiml => twiml
            .AskForKey(key, KeySeconds, asked => asked.Say(sentence).Say(words.Keys).Pause(2).Say(sentence).Say(words.Keys))
            .HangUp());
    }

    /// <summary>The agent wants the call: the customer's phone rings.</summary>
    public static string Connect(string language, CustomerLeg leg)
    {
        var words = VoiceLanguage.Of(language);
        return Twiml.Write(words, twiml => twiml.Say(words.Connecting).Dial(leg));
    }

    /// <summary>The agent's last word: why nobody is connected, and that this is all.</summary>
    public static string Goodbye(string language, AttemptOutcome outcome, KeyPressed key)
    {
        var words = VoiceLanguage.Of(language);
        return Last(words, outcome switch
        {
            AttemptOutcome.Reached => null,
            AttemptOutcome.NoAnswer => words.NoAnswer,
            AttemptOutcome.Busy => words.Busy,
            AttemptOutcome.Voicemail => words.WasVoicemail,
            AttemptOutcome.AgentDeclined => words.Declined,
            AttemptOutcome.AgentMissed => key == KeyPressed.None ? words.NoKey : null,
            AttemptOutcome.Cancelled => words.NotNeeded,
            _ => words.NotConnected,
        });
    }

    /// <summary>For the customer's answering machine. Others may hear it, so it says who called and nothing of the matter.</summary>
    /// <param name="language">The customer's.</param>
    public static string LeaveWord(string language, string company)
    {
        var words = VoiceLanguage.Of(language);
        return Last(words, words.Voicemail(Named(company)), pauseSeconds: 2);
    }

    /// <summary>For an administrator who tries the line.</summary>
    /// <param name="language">The site's.</param>
    public static string LineWorks(string language, string company)
    {
        var words = VoiceLanguage.Of(language);
        return Last(words, words.LineWorks(Named(company)), pauseSeconds: 1);
    }

    /// <summary>Nothing can be said yet: the same is asked again in a moment.</summary>
    public static string AskAgain(Uri url) => Twiml.Write(VoiceLanguage.Of("en"), twiml => twiml.Pause(1).Redirect(url));

    public static string HangUp() => Last(VoiceLanguage.Of("en"), null);

    private static string Last(VoiceLanguage words, string? sentence, int pauseSeconds = 0) => Twiml.Write(words, twiml =>
    {
        if (pauseSeconds > 0)
            twiml.Pause(pauseSeconds);
        if (sentence is not null)
            twiml.Say(sentence);
        twiml.HangUp();
    });

    private static string Named(string company) => SpokenText.Of(company) ?? "SupportHub";
}
