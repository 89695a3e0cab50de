using System.Net.Http.Headers;
using System.Text;

namespace SupportHub.Lab.Phone.Rest;

/// <summary>The account's sid with its token; or any API key's sid with it, because the Lab has no page for keys.</summary>
internal static class BasicSignIn
{
    public static bool IsGood(string? header, LabPhoneSettings settings)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var given) || !"Basic".Equals(given.Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var buffer = new byte[given.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(given.Parameter ?? "", buffer, out var length))
            return false;
        var parts = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return parts.Length == 2 && parts[1] == settings.AuthToken && (parts[0] == settings.AccountSid || parts[0].StartsWith("SK", StringComparison.Ordinal));
    }
}
