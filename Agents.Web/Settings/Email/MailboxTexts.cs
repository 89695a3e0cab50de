namespace SupportHub.AgentsWeb.Settings.Email;

/// <summary>Every sentence of the settings of a mailbox. A language that lacks one does not compile.</summary>
public sealed partial record MailboxTexts
{
    public static MailboxTexts In(string language) => language == "fr" ? French : English;

    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Address { get; init; }
    public required string AddressHint { get; init; }
    public required string Name { get; init; }
    public required string NameHint { get; init; }
    public required string Smtp { get; init; }
    public required string Imap { get; init; }
    public required string Fetch { get; init; }
    public required string FetchOff { get; init; }
    public required string Host { get; init; }
    public required string Port { get; init; }
    public required string Security { get; init; }
    public required string SecurityTls { get; init; }
    public required string SecurityStartTls { get; init; }
    public required string SecurityNone { get; init; }
    public required string SecurityNoneMeans { get; init; }
    public required string SignIn { get; init; }
    public required string SignInKind { get; init; }
    public required string SignInPassword { get; init; }
    public required string SignInToken { get; init; }
    public required string SignInNone { get; init; }
    public required string User { get; init; }
    public required string Password { get; init; }
    public required string Token { get; init; }
    public required string RefreshToken { get; init; }
    public required string RenewsTokens { get; init; }
    public required string RenewsTokensMeans { get; init; }
    public required string TokenUrl { get; init; }
    public required string TokenUrlHint { get; init; }
    public required string Grant { get; init; }
    public required string GrantRefresh { get; init; }
    public required string GrantClient { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }
    public required string Scope { get; init; }
    public required string ScopeHint { get; init; }
    public required string PasswordHint { get; init; }
    public required string PasswordKept { get; init; }
    public required string TokenInAddress { get; init; }
    public required string TokenInAddressMeans { get; init; }
    public required string Addresses { get; init; }
    public required string AddressesHint { get; init; }
    public required string AliasAddress { get; init; }
    public required string AliasExample { get; init; }
    public required string AliasTopic { get; init; }
    public required string AliasAnyTopic { get; init; }
    public required string AliasLanguage { get; init; }
    public required string AliasFirstLanguage { get; init; }
    public required string AliasAdd { get; init; }
    public required string AliasRemove { get; init; }
    public required string Test { get; init; }
    public required string Testing { get; init; }
    public required string SmtpWorks { get; init; }
    public required string ImapWorks { get; init; }
    public required string Connect { get; init; }
    public required string Disconnect { get; init; }
    public required string DisconnectTitle { get; init; }
    public required string DisconnectMeans { get; init; }
    public required string Keep { get; init; }
    public required string Disconnected { get; init; }
    public required string Door { get; init; }
    public required string DoorMeans { get; init; }
    public required string DoorUrl { get; init; }
    public required string DoorSecret { get; init; }
}
