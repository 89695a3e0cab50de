namespace SupportHub.Agents.SignIn;

/// <summary>
/// A cookie that is always marked Secure. The antiforgery system refuses to work over plain http when its policy says Always, and behind a
/// proxy that ends TLS, or on localhost, plain http is what the hub sees; the browser's view is what the mark is for.
/// </summary>
public sealed class SecureCookie : CookieBuilder
{
    public SecureCookie(string name)
    {
        Name = name;
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        Path = "/";
        IsEssential = true;
        SecurePolicy = CookieSecurePolicy.None;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
