using System.Security.Cryptography;

namespace SupportHub.Shell;

/// <summary>The console's Content-Security-Policy. Only the import map is inline, so only it needs the nonce.</summary>
public static class ContentPolicy
{
    private static readonly object NonceKey = new();

    public static string Nonce(HttpContext http)
    {
        if (http.Items[NonceKey] is string nonce)
            return nonce;
        nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[NonceKey] = nonce;
        return nonce;
    }

    public static void Apply(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'nonce-{Nonce(http)}'; style-src 'self'; img-src 'self' blob: data:; "
            + "font-src 'self'; frame-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
    }
}
