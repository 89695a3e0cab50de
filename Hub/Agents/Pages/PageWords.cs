namespace SupportHub.Agents.Pages;

/// <summary>The texts of the pages that the server draws, one instance for each language.</summary>
public sealed partial record PageWords
{
    public static PageWords In(string language) => language == "fr" ? French : English;

    public required string Language { get; init; }
    public required string OtherLanguage { get; init; }
    public required string OtherLanguageCode { get; init; }
    public required string LanguageOfPage { get; init; }

    public required string SignInTitle { get; init; }
    public required string SignInLead { get; init; }
    public required string Email { get; init; }
    public required string Password { get; init; }
    public required string SignIn { get; init; }
    public required string SignInRefused { get; init; }
    public required string SignInForgotten { get; init; }
    public required string NeedsHttps { get; init; }
    public required string SignedOut { get; init; }

    public required string CodeTitle { get; init; }
    public required string CodeLead { get; init; }
    public required string Code { get; init; }
    public required string CodeHint { get; init; }
    public required string CodeRefused { get; init; }
    public required string Resting { get; init; }
    public required string StartAgain { get; init; }
    public required string Continue { get; init; }
    public required string TooManyTriesTitle { get; init; }
    public required string TooManyTries { get; init; }
    public required string NotForYouTitle { get; init; }
    public required string NotForYou { get; init; }

    public required string SetupTitle { get; init; }
    public required string SetupLead { get; init; }
    public required string SetupOverTitle { get; init; }
    public required string SetupOver { get; init; }
    public required string Step { get; init; }
    public required string FirstName { get; init; }
    public required string FirstNameHint { get; init; }
    public required string LastName { get; init; }
    public required string NewPassword { get; init; }
    public required string NewPasswordHint { get; init; }
    public required string PasswordAgain { get; init; }
    public required string PronounLabel { get; init; }
    public required string PronounHint { get; init; }
    public required string She { get; init; }
    public required string He { get; init; }
    public required string They { get; init; }
    public required string CreateAccount { get; init; }

    public required string SiteTitle { get; init; }
    public required string SiteLead { get; init; }
    public required string SiteName { get; init; }
    public required string SiteNameHint { get; init; }
    public required string SiteAddress { get; init; }
    public required string SiteAddressHint { get; init; }
    public required string SiteLanguages { get; init; }
    public required string SiteLanguagesHint { get; init; }
    public required string CreateSite { get; init; }

    public required string TagTitle { get; init; }
    public required string TagLead { get; init; }
    public required string TagWhere { get; init; }
    public required string TagPolicy { get; init; }
    public required string OpenConsole { get; init; }

    public required string ChoosePasswordTitle { get; init; }
    public required string ChoosePasswordLead { get; init; }
    public required string SavePassword { get; init; }
    public required string LinkOverTitle { get; init; }
    public required string LinkOver { get; init; }

    public required string AccountTitle { get; init; }
    public required string ChangePassword { get; init; }
    public required string ChangePasswordNote { get; init; }
    public required string CurrentPassword { get; init; }
    public required string FreshPassword { get; init; }
    public required string PasswordChanged { get; init; }
    public required string TwoFactorTitle { get; init; }
    public required string TwoFactorOff { get; init; }
    public required string TwoFactorOn { get; init; }
    public required string TurnOn { get; init; }
    public required string TurnOff { get; init; }
    public required string NewRecoveryCodes { get; init; }
    public required string SessionsTitle { get; init; }
    public required string SessionsNote { get; init; }
    public required string SignOut { get; init; }
    public required string SignOutEverywhere { get; init; }
    public required string ScanTitle { get; init; }
    public required string ScanLead { get; init; }
    public required string ScanKey { get; init; }
    public required string ScanAlt { get; init; }
    public required string RecoveryTitle { get; init; }
    public required string RecoveryLead { get; init; }
    public required string RecoveryKept { get; init; }
    public required string BackToConsole { get; init; }
    public required string Cancel { get; init; }
}
