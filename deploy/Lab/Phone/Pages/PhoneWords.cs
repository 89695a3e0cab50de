using System.Globalization;
using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Pages;

/// <summary>Every word of the page with the phones, in one language.</summary>
public sealed record PhoneWords
{
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required string Hint { get; init; }
    public required string None { get; init; }
    public required Func<string, string> Rings { get; init; }
    public required Func<string, string> RingsFrom { get; init; }
    public required Func<string, string> TalksWith { get; init; }
    public required string OnTheLine { get; init; }
    public required string MachineListens { get; init; }
    public required string Idle { get; init; }
    public required string PickUp { get; init; }
    public required string Decline { get; init; }
    public required string Voicemail { get; init; }
    public required string HangUp { get; init; }
    public required string Keys { get; init; }
    public required string Heard { get; init; }
    public required string WhenCalled { get; init; }
    public required string Set { get; init; }
    public required string Add { get; init; }
    public required string Number { get; init; }
    public required string WrongNumber { get; init; }
    public required string FaultsTitle { get; init; }
    public required string FaultsOn { get; init; }
    public required string Orders { get; init; }
    public required string Reports { get; init; }
    public required string Troubles { get; init; }
    public required string TroublesHint { get; init; }
    public required IReadOnlyDictionary<Habit, string> Habits { get; init; }
    public required IReadOnlyDictionary<OrderFault, string> OrderFaults { get; init; }
    public required IReadOnlyDictionary<ReportFault, string> ReportFaults { get; init; }
    public required IReadOnlyDictionary<string, string> Ends { get; init; }

    /// <summary>French unless English comes first, as on the sample website.</summary>
    public static PhoneWords For(string acceptLanguage) => acceptLanguage.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? PhoneEnglish.Words : PhoneFrench.Words;

    public string Time(DateTimeOffset at) => Language == "fr" ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : at.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>How the last call ended.</summary>
    public string Ended(Call call) => call is { Status: "completed", Seconds: { } seconds } ? $"{Ends[call.Status]}, {Duration(seconds)}" : Ends.GetValueOrDefault(call.Status, call.Status);

    public static string Duration(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
}
