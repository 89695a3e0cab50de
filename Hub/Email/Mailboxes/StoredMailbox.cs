using SupportHub.Email.Tokens;
using SupportHub.Shared;

namespace SupportHub.Email.Mailboxes;

/// <summary>A site's mailbox as stored. Servers, addresses and token service are JSON; password, client secret, inbound secret and thread key are encrypted.</summary>
public sealed record StoredMailbox
{
    public long SiteId { get; init; }
    public string Address { get; init; } = "";
    public string? Name { get; init; }
    public string Smtp { get; init; } = "";
    public string? Imap { get; init; }
    public string? UserName { get; init; }
    public string? Password { get; init; }
    public MailSignIn SignIn { get; init; }
    public bool TokenInAddress { get; init; }
    public string Addresses { get; init; } = "";
    public string InboundSecret { get; init; } = "";
    public string ThreadKey { get; init; } = "";
    public string? Tokens { get; init; }
    public string? ClientSecret { get; init; }
}

/// <summary>A site's mailbox, ready to be used.</summary>
/// <param name="Addresses">Which topic and language mail to an address is about, by address in lower case.</param>
public sealed record OpenMailbox(
    long SiteId,
    string Address,
    string? Name,
    MailServer Smtp,
    MailServer? Imap,
    MailAccount Account,
    bool TokenInAddress,
    IReadOnlyDictionary<string, MailAlias> Addresses,
    string InboundSecret,
    Threads.ThreadKey Threads)
{
    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Where answers to a conversation come back to.</summary>
    public string ReplyTo(long conversation, string customer) =>
        TokenInAddress ? $"{Address[..Address.LastIndexOf('@')]}+{Threads.Token(conversation, customer)}@{Domain}" : Address;

    /// <summary>The mailbox's own address, an alias of it, or one with a token.</summary>
    public bool IsOurs(string address)
    {
        var plain = WithoutToken(address);
        return string.Equals(plain, Address, StringComparison.OrdinalIgnoreCase) || Addresses.ContainsKey(plain.ToLowerInvariant());
    }

    /// <summary>What follows the plus in one of our addresses.</summary>
    public string? TokenIn(string address)
    {
        var (at, plus) = (address.LastIndexOf('@'), address.IndexOf('+', StringComparison.Ordinal));
        return plus > 0 && plus < at && IsOurs(address) ? address[(plus + 1)..at] : null;
    }

    private static string WithoutToken(string address)
    {
        var (at, plus) = (address.LastIndexOf('@'), address.IndexOf('+', StringComparison.Ordinal));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}
