using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls.Board;

public sealed class BoardEnglish : BoardTexts
{
    public override string Title => "Callbacks";
    public override string Lead => "Who wants to be called, who is being called, and what came of it.";
    public override string Day => "Day";
    public override string Today => "Today";
    public override string Tomorrow => "Tomorrow";
    public override string Site => "Website";
    public override string AllSites => "All websites";
    public override string NotSetUp => "No telephone is connected, so that nobody can ask to be called. Administrators connect it in the settings of a website.";
    public override string Nothing => "No callbacks today. A customer who asks to be called appears here at once.";
    public override string NothingTomorrow => "Nobody has booked a call for tomorrow yet.";
    public override string Failed => "The board could not be read. What is shown may be out of date.";
    public override string Retry => "Try again";

    public override string Stage(CallStage stage) => stage switch
    {
        CallStage.Asked => "Asked",
        CallStage.Booked => "Booked",
        CallStage.Ringing => "Ringing",
        CallStage.Talking => "Talking",
        CallStage.Done => "Done",
        _ => "Missed",
    };

    public override string Empty(CallStage stage) => stage switch
    {
        CallStage.Asked => "Nobody waits.",
        CallStage.Booked => "No time is booked.",
        CallStage.Ringing => "No phone rings.",
        CallStage.Talking => "Nobody is on the phone.",
        CallStage.Done => "Nobody was reached yet.",
        _ => "Nobody was missed.",
    };

    public override string More(string count) => $"and {count} more";
    public override string Tried(int tries) => tries == 1 ? "tried once" : $"tried {tries} times";
    public override string Elsewhere(string time, string city) => $"{time} in {city}";
    public override string Calls(string agent) => $"{agent} calls";
    public override string Called(string agent) => $"{agent} called";
    public override string Talked(string lasted) => $"talked for {lasted}";
}
