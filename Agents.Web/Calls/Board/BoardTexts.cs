using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Calls.Board;

/// <summary>Every sentence of the board of callbacks. A language that lacks one does not compile.</summary>
public abstract class BoardTexts
{
    private static readonly BoardEnglish English = new();
    private static readonly BoardFrench French = new();

    public static BoardTexts In(string language) => language.Split('-')[0] == "fr" ? French : English;

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Day { get; }
    public abstract string Today { get; }
    public abstract string Tomorrow { get; }
    public abstract string Site { get; }
    public abstract string AllSites { get; }
    public abstract string NotSetUp { get; }
    public abstract string Nothing { get; }
    public abstract string NothingTomorrow { get; }
    public abstract string Failed { get; }
    public abstract string Retry { get; }
    public abstract string Stage(CallStage stage);
    public abstract string Empty(CallStage stage);
    public abstract string More(string count);
    public abstract string Tried(int tries);
    public abstract string Elsewhere(string time, string city);
    public abstract string Calls(string agent);
    public abstract string Called(string agent);
    public abstract string Talked(string lasted);
}
