namespace SupportHub.Callbacks.Twilio;

/// <summary>
/// The telephone network, as Twilio offers it. <see cref="TwilioLine"/> is our own client; Twilio's SDK can stand here too. Nothing throws for what a
/// network or a provider does; a placement that is cancelled is unclear.
/// </summary>
public interface IPhoneLine
{
    /// <summary>Dials, once. It is never tried again by itself, because nobody can take a call back that has rung.</summary>
    Task<Placement> Place(PhoneAccount account, CallOrder order, CancellationToken cancel);

    Task<LineAnswer<PhoneCall>> Fetch(PhoneAccount account, string sid, CancellationToken cancel);

    /// <summary>Calls that match, newest first.</summary>
    Task<LineAnswer<IReadOnlyList<PhoneCall>>> List(PhoneAccount account, CallSearch search, CancellationToken cancel);

    /// <summary>Hangs up a call that rings or is under way. One that is over stays as it was (<see cref="LineTrouble.AlreadyOver"/>).</summary>
    Task<LineAnswer<PhoneCall>> End(PhoneAccount account, string sid, CancellationToken cancel);

    /// <summary>Lets a call that is under way go on with the TwiML at <paramref name="url"/>; whom it was connected with is let go.</summary>
    Task<LineAnswer<PhoneCall>> Redirect(PhoneAccount account, string sid, Uri url, CancellationToken cancel);
}
