namespace SupportHub.Lab.Phone;

/// <param name="Web">On loopback: the page with the phones, and Twilio's REST API beside it.</param>
/// <param name="AccountSid">AC and 32 hexadecimal digits, as at Twilio.</param>
/// <param name="AuthToken">Signs in who calls, and signs what is posted to the hub.</param>
public sealed record LabPhoneSettings(Uri Web, string AccountSid, string AuthToken)
{
    /// <summary>The account's own numbers, E.164: what calls may show.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Phones that are on the page from the beginning. Any other number has one from its first call on.</summary>
    public IReadOnlyList<LabPhonePerson> People { get; init; } = [];

    /// <summary>How long a voice takes for one letter.</summary>
    public TimeSpan SpeechPace { get; init; } = TimeSpan.FromMilliseconds(55);

    /// <summary>How late reports are, while they are late.</summary>
    public TimeSpan Late { get; init; } = TimeSpan.FromSeconds(30);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <param name="Number">E.164.</param>
public sealed record LabPhonePerson(string Number, string Name);
