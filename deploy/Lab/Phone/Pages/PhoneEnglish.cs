using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Pages;

internal static class PhoneEnglish
{
    public static PhoneWords Words { get; } = new()
    {
        Language = "en",
        Title = "Telephones",
        Hint = "Every phone that the hub calls rings here, agents’ and customers’ alike.",
        None = "No phone yet. Whatever number is called gets one here.",
        Rings = name => $"{name}: ringing",
        RingsFrom = from => $"Ringing, from {from}",
        TalksWith = name => $"Talking with {name}",
        OnTheLine = "A voice is on the line",
        MachineListens = "Voicemail is recording",
        Idle = "Quiet",
        PickUp = "Pick up",
        Decline = "Decline",
        Voicemail = "To voicemail",
        HangUp = "Hang up",
        Keys = "Keys",
        Heard = "What was said",
        WhenCalled = "When called",
        Set = "Set",
        Add = "Add a phone",
        Number = "Number, with + and country code",
        WrongNumber = "A number begins with + and the country code, for example +33 6 12 34 56 78.",
        FaultsTitle = "What can go wrong",
        FaultsOn = "A fault is on.",
        Orders = "When the hub orders a call",
        Reports = "When the network reports on calls",
        Troubles = "Requests that came to nothing",
        TroublesHint = "What the network asked the hub and what it got instead of an answer.",
        Habits = new Dictionary<Habit, string>
        {
            [Habit.ByHand] = "it rings, and you decide",
            [Habit.PicksUp] = "it is picked up at once",
            [Habit.Busy] = "it is busy",
            [Habit.Voicemail] = "voicemail answers",
            [Habit.Fails] = "the number does not exist",
        },
        OrderFaults = new Dictionary<OrderFault, string>
        {
            [OrderFault.None] = "all is well",
            [OrderFault.TooFast] = "“too many requests” (429), nothing is dialled",
            [OrderFault.Error] = "an error (500), nothing is dialled",
            [OrderFault.ErrorAfterDialling] = "an error (500), although it rings",
            [OrderFault.SilenceAfterDialling] = "no answer, although it rings",
            [OrderFault.CutAfterDialling] = "the line is cut, although it rings",
        },
        ReportFaults = new Dictionary<ReportFault, string>
        {
            [ReportFault.None] = "all is well",
            [ReportFault.Twice] = "each comes twice",
            [ReportFault.Backwards] = "they come after the call, last one first",
            [ReportFault.Late] = "they come late",
            [ReportFault.Lost] = "none comes",
        },
        Ends = new Dictionary<string, string>
        {
            ["completed"] = "Talked", ["no-answer"] = "Not answered", ["busy"] = "Busy or declined", ["failed"] = "Not connected", ["canceled"] = "The caller hung up",
        },
    };
}
