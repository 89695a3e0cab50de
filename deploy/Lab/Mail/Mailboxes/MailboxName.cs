using System.Text;

namespace SupportHub.Lab.Mail.Mailboxes;

/// <summary>The folder of an address. An address has no capitals here, and a folder's name no character that some file system refuses.</summary>
public static class MailboxName
{
    /// <summary>Most file systems take 255 octets.</summary>
    private const int LongestName = 240;

    /// <returns>Null where the name would be too long.</returns>
    public static string? TryFolder(string address)
    {
        var name = new StringBuilder(address.Length);
        foreach (var rune in Normal(address).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (rune.IsAscii && "@._-+".Contains((char)rune.Value)))
                name.Append(rune);
            else
                name.Append(Uri.EscapeDataString(rune.ToString()));
        }
        return Encoding.UTF8.GetByteCount(name.ToString()) <= LongestName ? name.ToString() : null;
    }

    public static string Address(string folder) => Uri.UnescapeDataString(folder);

    /// <summary>The local part could tell capitals apart; no mail service in use does.</summary>
    public static string Normal(string address) => address.ToLowerInvariant();
}
