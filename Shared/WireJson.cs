using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportHub.Shared;

/// <summary>JSON as the wire has it: camelCase names, kebab-case enums, absent members left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reply<VisitorWelcome>))]
[JsonSerializable(typeof(Reply<VisitorConversation>))]
[JsonSerializable(typeof(Reply<Sent>))]
[JsonSerializable(typeof(Reply<EntryPage>))]
[JsonSerializable(typeof(Reply<Done>))]
[JsonSerializable(typeof(Reply<AgentWelcome>))]
[JsonSerializable(typeof(Reply<AgentConversation>))]
[JsonSerializable(typeof(Reply<ConversationList>))]
[JsonSerializable(typeof(VisitorHello))]
[JsonSerializable(typeof(StartConversation))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(Introduce))]
[JsonSerializable(typeof(RateConversation))]
[JsonSerializable(typeof(WriteByMail))]
[JsonSerializable(typeof(SendTranscript))]
[JsonSerializable(typeof(MailAgain))]
[JsonSerializable(typeof(CallBack))]
[JsonSerializable(typeof(Reply<CallTimes>))]
[JsonSerializable(typeof(Reply<CallBoard>))]
[JsonSerializable(typeof(AskCallBoard))]
[JsonSerializable(typeof(CallAgain))]
[JsonSerializable(typeof(CorrectCall))]
[JsonSerializable(typeof(PhoneLine))]
[JsonSerializable(typeof(PhoneSettings))]
[JsonSerializable(typeof(PhoneTestOrder))]
[JsonSerializable(typeof(PhoneTest))]
[JsonSerializable(typeof(MailboxSettings))]
[JsonSerializable(typeof(Mailbox))]
[JsonSerializable(typeof(MailboxTest))]
[JsonSerializable(typeof(MailsAside))]
[JsonSerializable(typeof(AgentHello))]
[JsonSerializable(typeof(TransferConversation))]
[JsonSerializable(typeof(ResolveConversation))]
[JsonSerializable(typeof(DeclineOffer))]
[JsonSerializable(typeof(WaitingReport))]
[JsonSerializable(typeof(SearchConversations))]
[JsonSerializable(typeof(Presence))]
[JsonSerializable(typeof(EntriesPush))]
[JsonSerializable(typeof(WaitingPush))]
[JsonSerializable(typeof(ReadPush))]
[JsonSerializable(typeof(TypingPush))]
[JsonSerializable(typeof(HeadPush))]
[JsonSerializable(typeof(AgentsPush))]
[JsonSerializable(typeof(SettingsPush))]
[JsonSerializable(typeof(WidgetSite))]
[JsonSerializable(typeof(VisitorPass))]
[JsonSerializable(typeof(UnreadCount))]
[JsonSerializable(typeof(HttpRefusal))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(AgentProfile))]
[JsonSerializable(typeof(AgentProfiles))]
[JsonSerializable(typeof(AgentEdit))]
[JsonSerializable(typeof(AccountEdit))]
[JsonSerializable(typeof(PasswordLink))]
[JsonSerializable(typeof(NewAgent))]
[JsonSerializable(typeof(PasswordReset))]
[JsonSerializable(typeof(SiteSettings))]
[JsonSerializable(typeof(SitesSettings))]
[JsonSerializable(typeof(SiteEdit))]
[JsonSerializable(typeof(TopicSettings))]
[JsonSerializable(typeof(TopicEdit))]
[JsonSerializable(typeof(TopicOrder))]
[JsonSerializable(typeof(HoursSettings))]
[JsonSerializable(typeof(HoursPlan))]
[JsonSerializable(typeof(CannedReplyList))]
[JsonSerializable(typeof(CannedReply))]
[JsonSerializable(typeof(CannedReplyEdit))]
[JsonSerializable(typeof(SiteRouting))]
[JsonSerializable(typeof(AgentSkills))]
[JsonSerializable(typeof(HoldSettings))]
[JsonSerializable(typeof(HoldEdit))]
[JsonSerializable(typeof(HoldPreview))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
public sealed partial class WireJson : JsonSerializerContext
{
    private static readonly Lazy<JsonSerializerOptions> OverHttp = new(() =>
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly();
        return options;
    });

    /// <summary>How a type is read and written over HTTP, for clients that do it themselves.</summary>
    public static System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> Info<T>() =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)OverHttp.Value.GetTypeInfo(typeof(T));

    /// <summary>The options of both hubs, of the HTTP endpoints and of the console.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
