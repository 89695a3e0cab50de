using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Phone;

public sealed class PhoneEnglish : PhoneTexts
{
    public override string Title => "Telephone";
    public override string Lead => "Customers ask to be called, and the company places the call: first the agent’s phone rings, then the customer’s.";
    public override string BeginWhy => "SupportHub has no telephone of its own: calls go out through an account at Twilio, a telephone service for companies. What you need, in this order:";
    public override string BeginAccount => "An account at Twilio. Its console shows the account SID and the auth token.";
    public override string BeginNumber => "A number there that can make voice calls, or your own number, verified there. It is what your customers see.";
    public override string BeginReach => "This server at a public address with https, so that Twilio can ask it what to do on a call.";
    public override string BeginTest => "The phones of your agents. Then call yourself below, before any customer is called.";
    public override string BeginCost => "Each call is billed to your account as two phones. What a day may cost is limited below.";
    public override string Enabled => "Customers can be called";
    public override string EnabledMeans => "turned off, nobody can ask for a call and none is placed; everything else stays.";
    public override string NoTopics => "No topic is answered by phone yet, so that customers cannot ask for a call.";
    public override string Topics(string topics) => $"Answered by phone: {topics}.";
    public override string NoTopic => "without a topic";
    public override string ToHours => "Topics and hours";

    public override string Account => "Account at Twilio";
    public override string AccountSid => "Account SID";
    public override string AccountSidHint => "On the first page of Twilio’s console.";
    public override string AuthToken => "Auth token";
    public override string SecretHint => "Stored encrypted, and never shown again.";
    public override string SecretKept => "Stored encrypted. Leave it empty to keep it.";
    public override string Number => "The company’s number";
    public override string NumberExample => "+44 20 7946 0000";
    public override string NumberHint => "It calls, and it is what customers and agents see.";
    public override string PublicUrl => "Public address of this server";
    public override string PublicUrlHint => "At which Twilio reaches it from the internet.";
    public override string Advanced => "API key, region, other address";
    public override string AdvancedHint => "Most accounts need none of this.";
    public override string ApiKey => "API key";
    public override string ApiKeyHint => "Signs in instead of the auth token, which stays needed for signatures.";
    public override string ApiSecret => "Its secret";
    public override string Region => "Region";
    public override string RegionHint => "Where Twilio keeps your calls; empty: the United States.";
    public override string Edge => "Edge";
    public override string EdgeHint => "Where Twilio’s network is entered.";
    public override string Address => "Another address than Twilio’s";
    public override string AddressHint => "For a telephone network of your own that speaks Twilio’s language.";

    public override string Countries => "Countries that may be called";
    public override string CountriesHint => "Numbers of all other countries are refused, as are those that cost more than an ordinary line, everywhere.";
    public override string Home => "own country";
    public override string MakeHome(string country) => $"Make {country} the website’s own country";
    public override string RemoveCountry(string country) => $"Remove {country}";
    public override string AddCountry => "Add a country";
    public override string CountryUnknown => "No country is called so. Please choose one from the list.";
    public override string Phones => "Phones of the agents";
    public override string PhonesHint => "With its country, for example +44 7400 123456. Whoever has none is never asked to call. These are the same for all websites.";
    public override string NoPhone => "cannot call";

    public override string Tries => "Who does not answer";
    public override string TriesLabel => "A customer is called at most";
    public override string TriesHint => "Then a mail invites to another time.";
    public override string Times => "times";
    public override string Pause(int after) => $"Pause after call {after}";
    public override string Minutes => "minutes";
    public override string DetectMachine => "Recognise answering machines";
    public override string DetectMachineMeans => "a word is left on them. Twilio bills it apart, and it takes seconds.";
    public override string Slots => "Times that can be booked";
    public override string SlotLabel => "Each is kept for";
    public override string LeadLabel => "The first one is not sooner than in";
    public override string AtOnceLabel => "At the same time at most";
    public override string AtOnceHint => "As many as you have agents on the phone.";
    public override string Calls => "calls";
    public override string Limits => "Limits of a day";
    public override string LimitsHint => "So that nobody can use your line to annoy others or to cost you money.";
    public override string PerNumber => "With one number";
    public override string PerVisitor => "By one customer";
    public override string PerAddress => "From one network address";
    public override string PerAddressHint => "A company’s whole office often has the same.";
    public override string PerSite => "On the whole website";
    public override string Cents => "cents";
    public override string CentsAMinute => "A minute of one phone costs about";
    public override string CentsAMinuteHint => "See Twilio’s prices; better too much than too little.";
    public override string CentsADay => "Calls of a day cost at most";
    public override string CentsADayHint => "20000 are 200.00 in your account’s currency. 0: no limit.";

    public override string Test => "Test call";
    public override string TestHint => "With what is filled in above, saved or not. A voice says one sentence. It counts and costs like any call.";
    public override string TestWhose => "Which phone";
    public override string TestOther => "another number";
    public override string TestNumber => "Your number";
    public override string TestCall => "Call me now";

    public override string Step(PhoneTestStep step) => step switch
    {
        PhoneTestStep.Dialling => "Twilio is asked to call…",
        PhoneTestStep.Ringing => "The phone rings. Please pick up.",
        PhoneTestStep.Answered => "Answered. Please listen until the end…",
        PhoneTestStep.Works => "Everything works: the call was answered, and Twilio reached this server.",
        _ => "The call did not work.",
    };

    public override string Connect => "Connect";
    public override string Connected => "The telephone is connected.";
    public override string Disconnect => "Disconnect";
    public override string DisconnectTitle => "Disconnect the telephone?";
    public override string DisconnectMeans => "Nobody is called any more. Account and secrets are deleted here; the agents’ phones stay.";
    public override string Keep => "Keep it";
    public override string DisconnectUnderWay(int calls) =>
        (calls == 1 ? "One call is under way. Who talks goes on talking" : $"{calls} calls are under way. Who talks goes on talking")
        + ", but how it ends cannot be learnt here any more: after ten minutes the timeline says so, and the agent who called says how it ended.";

    public override string DisconnectWanted(int customers) =>
        (customers == 1 ? "One customer waits for a call or has a time for one" : $"{customers} customers wait for a call or have a time for one")
        + ". They keep their place: the agent who takes them is told that the telephone is off, and answers in writing.";

    public override string Disconnected => "The telephone is disconnected.";
}
