using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings;

/// <summary>Every sentence of the settings. A language that lacks one does not compile.</summary>
public sealed partial record SettingsTexts
{
    public static SettingsTexts In(string language) => language == "fr" ? French : English;

    public required string Tag { get; init; }
    public required string Title { get; init; }
    public required string People { get; init; }
    public required string Sites { get; init; }
    public required string Replies { get; init; }
    public required string Account { get; init; }
    public required string Back { get; init; }
    public required string Save { get; init; }
    public required string Saved { get; init; }
    public required string Cancel { get; init; }
    public required string Add { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string CopyByHand { get; init; }
    public required string Optional { get; init; }
    public required string Unreachable { get; init; }
    public required string Retry { get; init; }
    public required string NotAllowed { get; init; }
    public required string Gone { get; init; }
    public required string SomeFields { get; init; }
    public required string LeaveTitle { get; init; }
    public required string LeaveText { get; init; }
    public required string LeaveStay { get; init; }
    public required string LeaveGo { get; init; }

    public required string PeopleLead { get; init; }
    public required string PersonNew { get; init; }
    public required string PersonAdd { get; init; }
    public required string FirstName { get; init; }
    public required string FirstNameHint { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public required string RoleLabel { get; init; }
    public required string RoleAgent { get; init; }
    public required string RoleSupervisor { get; init; }
    public required string RoleAdministrator { get; init; }
    public required string RoleAgentMeans { get; init; }
    public required string RoleSupervisorMeans { get; init; }
    public required string RoleAdministratorMeans { get; init; }
    public required string RoleNote { get; init; }
    public required string PronounLabel { get; init; }
    public required string PronounOwn { get; init; }
    public required string PronounHint { get; init; }
    public required string She { get; init; }
    public required string He { get; init; }
    public required string They { get; init; }
    public required string Capacity { get; init; }
    public required string CapacityHint { get; init; }
    public required string MailCapacity { get; init; }
    public required string MailCapacityHint { get; init; }
    public required string LanguageLabel { get; init; }
    public required string Picture { get; init; }
    public required string PictureChoose { get; init; }
    public required string PictureRemove { get; init; }
    public required string PictureHint { get; init; }
    public required string PictureUnreadable { get; init; }
    public required string Access { get; init; }
    public required string LinkNew { get; init; }
    public required string LinkNewHint { get; init; }
    public required string LinkTwoFactor { get; init; }
    public required string LinkReady { get; init; }
    public required string LinkNote { get; init; }
    public required string SignOutOther { get; init; }
    public required string SignedOutOther { get; init; }
    public required string Disable { get; init; }
    public required string DisableHint { get; init; }
    public required string Enable { get; init; }
    public required string Disabled { get; init; }
    public required string DisabledNow { get; init; }
    public required string EnabledNow { get; init; }
    public required string WithCode { get; init; }

    public required string SitesLead { get; init; }
    public required string SitesNone { get; init; }
    public required string SiteNew { get; init; }
    public required string SiteAdd { get; init; }
    public required string SiteName { get; init; }
    public required string Origins { get; init; }
    public required string OriginsHint { get; init; }
    public required string Languages { get; init; }
    public required string LanguagesHint { get; init; }
    public required string DefaultLanguage { get; init; }
    public required string Color { get; init; }
    public required string Phone { get; init; }
    public required string PhoneHint { get; init; }
    public required string PreChat { get; init; }
    public required string PreChatTopic { get; init; }
    public required string PreChatName { get; init; }
    public required string PreChatEmail { get; init; }
    public required string FieldHidden { get; init; }
    public required string FieldOptional { get; init; }
    public required string FieldRequired { get; init; }
    public required string Wording { get; init; }
    public required string WordingHint { get; init; }
    public required string WordingTitle { get; init; }
    public required string WordingHumans { get; init; }
    public required string WordingMessage { get; init; }
    public required string TagTitle { get; init; }
    public required string TagHint { get; init; }
    public required string Topics { get; init; }
    public required string TopicsHint { get; init; }
    public required string TopicsNone { get; init; }
    public required string TopicsAfter { get; init; }
    public required string TopicAdd { get; init; }
    public required string TopicUp { get; init; }
    public required string TopicDown { get; init; }
    public required string TopicEdit { get; init; }
    public required string TopicArchive { get; init; }
    public required string TopicRestore { get; init; }
    public required string Archived { get; init; }

    public required string RepliesLead { get; init; }
    public required string RepliesNone { get; init; }
    public required string ReplyNew { get; init; }
    public required string ReplyAdd { get; init; }
    public required string Shortcut { get; init; }
    public required string ShortcutHint { get; init; }
    public required string ReplyTitle { get; init; }
    public required string ReplyBody { get; init; }
    public required string ReplyBodyHint { get; init; }
    public required string AnyLanguage { get; init; }
    public required string Delete { get; init; }
    public required string Deleted { get; init; }

    public required string AccountLead { get; init; }
    public required string Security { get; init; }
    public required string SecurityHint { get; init; }
    public required string SecurityOpen { get; init; }

    public string Role(Role role) => role switch
    {
        Shared.Role.Administrator => RoleAdministrator,
        Shared.Role.Supervisor => RoleSupervisor,
        _ => RoleAgent,
    };

    public string Pronoun(Pronoun pronoun) => pronoun switch
    {
        Shared.Pronoun.She => She,
        Shared.Pronoun.He => He,
        _ => They,
    };

    public string Field(Field field) => field switch
    {
        Shared.Field.Hidden => FieldHidden,
        Shared.Field.Optional => FieldOptional,
        _ => FieldRequired,
    };

    public string Say(Trouble trouble) => trouble switch
    {
        Trouble.NotAllowed => NotAllowed,
        Trouble.Gone => Gone,
        Trouble.Faults => SomeFields,
        _ => Unreachable,
    };

    public static string LanguageName(string language) => language switch
    {
        "fr" => "Français",
        "en" => "English",
        _ => language,
    };
}
