namespace SupportHub.Lab.Mail.Inbox;

/// <summary>
/// Lets in who sits at this machine, and no website that this person has open elsewhere: a foreign page can neither read mail under another host
/// name nor send any.
/// </summary>
public sealed class InboxGate(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var own = $"{request.Scheme}://{request.Host}";
        var foreign = HttpMethods.IsPost(request.Method) && request.Headers.Origin is { Count: > 0 } origin && origin != own;
        if (foreign || request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        return next(http);
    }
}
