namespace SupportHub.Callbacks.Twilio;

/// <summary>What can stand between the hub and a call. Numbers of errors: https://www.twilio.com/docs/api/errors.</summary>
public enum LineTrouble
{
    /// <summary>Account, token or key are wrong.</summary>
    SignIn,

    /// <summary>The account is suspended, or out of money.</summary>
    AccountClosed,

    /// <summary>The number to be shown is none of the account's.</summary>
    CallerNotVerified,

    /// <summary>The number to be called is none.</summary>
    NumberInvalid,

    /// <summary>The network has no way to the number.</summary>
    Unreachable,

    /// <summary>The account may not call that country.</summary>
    CountryNotEnabled,

    /// <summary>A trial account calls numbers that it has verified, and no other.</summary>
    TrialUnverified,

    /// <summary>Twilio blocks the number.</summary>
    Blocked,

    /// <summary>Too many requests or calls at once.</summary>
    TooFast,

    /// <summary>The address for TwiML or for reports is not one that Twilio can reach.</summary>
    AddressInvalid,

    /// <summary>There is no such call or account.</summary>
    NotFound,

    /// <summary>The call is over, so nothing can be done with it.</summary>
    AlreadyOver,

    /// <summary>Twilio was not reached, so it was asked for nothing.</summary>
    NoConnection,

    /// <summary>The site's own limit of what calls may cost in a day is reached.</summary>
    DayLimit,

    /// <summary>Twilio does not answer, or has a failure of its own.</summary>
    ServiceAway,

    Other,

    /// <summary>The site has no telephone account any more, or has turned it off.</summary>
    NotConnected,
}

public static class LineTroubles
{
    /// <param name="code">Twilio's number; null where the answer was not Twilio's.</param>
    /// <param name="status">Of HTTP.</param>
    public static LineTrouble Of(int? code, int status) => code switch
    {
        20003 or 20008 or 20403 => LineTrouble.SignIn,
        10001 or 20005 or 20006 => LineTrouble.AccountClosed,
        21210 or 21212 or 21213 => LineTrouble.CallerNotVerified,
        21201 or 21211 or 21401 or 21421 or 13223 or 13224 => LineTrouble.NumberInvalid,
        21214 or 21217 => LineTrouble.Unreachable,
        21203 or 21215 or 13227 => LineTrouble.CountryNotEnabled,
        21219 => LineTrouble.TrialUnverified,
        21216 or 13225 => LineTrouble.Blocked,
        10004 or 20429 => LineTrouble.TooFast,
        21205 or 21609 => LineTrouble.AddressInvalid,
        20404 => LineTrouble.NotFound,
        21220 => LineTrouble.AlreadyOver,
        _ => status switch
        {
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => LineTrouble.SignIn,
            StatusCodes.Status404NotFound => LineTrouble.NotFound,
            StatusCodes.Status429TooManyRequests => LineTrouble.TooFast,
            >= 500 => LineTrouble.ServiceAway,
            _ => LineTrouble.Other,
        },
    };
}
