using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SupportHub.Email.Mailboxes;

/// <summary>What must not be read in the database or a backup of it without the server's keys.</summary>
public sealed class MailboxSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SupportHub.Mailbox");

    public string Hide(string secret) => _protector.Protect(secret);

    /// <returns>Null where the server's keys were lost, and it must be given again.</returns>
    public string? Show(string? hidden)
    {
        try
        {
            return hidden is null ? null : _protector.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
