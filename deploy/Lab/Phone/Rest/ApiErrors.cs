namespace SupportHub.Lab.Phone.Rest;

/// <summary>As Twilio says no.</summary>
internal static class ApiErrors
{
    public static IResult Refused(int code, string message, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { code, message, more_info = $"https://www.twilio.com/docs/errors/{code}", status }, statusCode: status);

    public static IResult NotSignedIn() => Refused(20003, "Authenticate", StatusCodes.Status401Unauthorized);

    public static IResult NotFound(HttpContext http) => Refused(20404, $"The requested resource {http.Request.Path} was not found", StatusCodes.Status404NotFound);

    public static IResult TooFast(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        return Refused(20429, "Too Many Requests", StatusCodes.Status429TooManyRequests);
    }

    public static IResult Broken() => Refused(20500, "An internal server error has occurred", StatusCodes.Status500InternalServerError);
}
