namespace SupportHub.Callbacks.Voice;

/// <summary>Every sentence that a voice says, in one language.</summary>
public abstract class VoiceLanguage
{
    /// <summary>Of Twilio's voices, BCP 47.</summary>
    public abstract string Tag { get; }

    /// <summary>English for what is not spoken.</summary>
    public static VoiceLanguage Of(string language) => language == "fr" ? VoiceFrench.Only : VoiceEnglish.Only;

    /// <param name="briefing">With names that can be read out (<see cref="SpokenText"/>).</param>
    public abstract string Briefing(AgentBriefing briefing);

    public abstract string Keys { get; }

    public abstract string Connecting { get; }

    public abstract string Declined { get; }

    public abstract string NoKey { get; }

    public abstract string NoAnswer { get; }

    public abstract string Busy { get; }

    public abstract string NotConnected { get; }

    public abstract string WasVoicemail { get; }

    public abstract string NotNeeded { get; }

    public abstract string Voicemail(string company);

    public abstract string LineWorks(string company);

    protected static int Minutes(TimeSpan waited) => (int)Math.Floor(waited.TotalMinutes);
}
