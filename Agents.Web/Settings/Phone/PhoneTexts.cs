using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Phone;

/// <summary>Every sentence of the settings of a telephone account. A language that lacks one does not compile.</summary>
public abstract class PhoneTexts
{
    private static readonly PhoneEnglish English = new();
    private static readonly PhoneFrench French = new();

    public static PhoneTexts In(string language) => language == "fr" ? French : English;

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string BeginWhy { get; }
    public abstract string BeginAccount { get; }
    public abstract string BeginNumber { get; }
    public abstract string BeginReach { get; }
    public abstract string BeginTest { get; }
    public abstract string BeginCost { get; }
    public abstract string Enabled { get; }
    public abstract string EnabledMeans { get; }
    public abstract string NoTopics { get; }
    public abstract string Topics(string topics);
    public abstract string NoTopic { get; }
    public abstract string ToHours { get; }

    public abstract string Account { get; }
    public abstract string AccountSid { get; }
    public abstract string AccountSidHint { get; }
    public abstract string AuthToken { get; }
    public abstract string SecretHint { get; }
    public abstract string SecretKept { get; }
    public abstract string Number { get; }
    public abstract string NumberExample { get; }
    public abstract string NumberHint { get; }
    public abstract string PublicUrl { get; }
    public abstract string PublicUrlHint { get; }
    public abstract string Advanced { get; }
    public abstract string AdvancedHint { get; }
    public abstract string ApiKey { get; }
    public abstract string ApiKeyHint { get; }
    public abstract string ApiSecret { get; }
    public abstract string Region { get; }
    public abstract string RegionHint { get; }
    public abstract string Edge { get; }
    public abstract string EdgeHint { get; }
    public abstract string Address { get; }
    public abstract string AddressHint { get; }

    public abstract string Countries { get; }
    public abstract string CountriesHint { get; }
    public abstract string Home { get; }
    public abstract string MakeHome(string country);
    public abstract string RemoveCountry(string country);
    public abstract string AddCountry { get; }
    public abstract string CountryUnknown { get; }
    public abstract string Phones { get; }
    public abstract string PhonesHint { get; }
    public abstract string NoPhone { get; }

    public abstract string Tries { get; }
    public abstract string TriesLabel { get; }
    public abstract string TriesHint { get; }
    public abstract string Times { get; }
    public abstract string Pause(int after);
    public abstract string Minutes { get; }
    public abstract string DetectMachine { get; }
    public abstract string DetectMachineMeans { get; }
    public abstract string Slots { get; }
    public abstract string SlotLabel { get; }
    public abstract string LeadLabel { get; }
    public abstract string AtOnceLabel { get; }
    public abstract string AtOnceHint { get; }
    public abstract string Calls { get; }
    public abstract string Limits { get; }
    public abstract string LimitsHint { get; }
    public abstract string PerNumber { get; }
    public abstract string PerVisitor { get; }
    public abstract string PerAddress { get; }
    public abstract string PerAddressHint { get; }
    public abstract string PerSite { get; }
    public abstract string Cents { get; }
    public abstract string CentsAMinute { get; }
    public abstract string CentsAMinuteHint { get; }
    public abstract string CentsADay { get; }
    public abstract string CentsADayHint { get; }

    public abstract string Test { get; }
    public abstract string TestHint { get; }
    public abstract string TestWhose { get; }
    public abstract string TestOther { get; }
    public abstract string TestNumber { get; }
    public abstract string TestCall { get; }
    public abstract string Step(PhoneTestStep step);

    public abstract string Connect { get; }
    public abstract string Connected { get; }
    public abstract string Disconnect { get; }
    public abstract string DisconnectTitle { get; }
    public abstract string DisconnectMeans { get; }
    public abstract string DisconnectUnderWay(int calls);
    public abstract string DisconnectWanted(int customers);
    public abstract string Keep { get; }
    public abstract string Disconnected { get; }
}
