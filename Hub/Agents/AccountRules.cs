using System.Net.Mail;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Agents;

/// <summary>What an account must be like. Pure.</summary>
public static class AccountRules
{
    public const int CapacityLimit = 20;
    public const int MailCapacityLimit = 50;
    public const int PasswordMinimum = 10;
    private const int NameLimit = 80;
    private const int EmailLimit = 254;

    /// <summary>The form in which addresses are compared: the same as Identity's.</summary>
    public static string Normalize(string email) => email.Trim().Normalize().ToUpperInvariant();

    public static List<FieldFault> Check(AgentEdit edit)
    {
        var faults = CheckNames(edit.FirstName, edit.LastName, edit.Language);
        if (string.IsNullOrWhiteSpace(edit.Email))
            faults.Add(new("email", Fault.Required));
        else if (!IsEmail(edit.Email.Trim()))
            faults.Add(new("email", Fault.EmailInvalid));
        if (edit.Capacity is < 1 or > CapacityLimit)
            faults.Add(new("capacity", Fault.CapacityRange));
        if (edit.MailCapacity is < 0 or > MailCapacityLimit)
            faults.Add(new("mailCapacity", Fault.MailCapacityRange));
        if (!Enum.IsDefined(edit.Role))
            faults.Add(new("role", Fault.RoleUnknown));
        return faults;
    }

    public static List<FieldFault> Check(AccountEdit edit) => CheckNames(edit.FirstName, edit.LastName, edit.Language);

    /// <param name="about">What others know of this person, and so would try first.</param>
    public static Fault? CheckPassword(string? password, params IEnumerable<string> about)
    {
        if (string.IsNullOrEmpty(password))
            return Fault.Required;
        if (password.Length < PasswordMinimum)
            return Fault.PasswordShort;
        if (password.Length > 256)
            return Fault.TooLong;
        var bare = password.Trim();
        var guessable = bare.Distinct().Count() < 4
            || "12345678901234567890".Contains(bare, StringComparison.Ordinal)
            || bare.StartsWith("password", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("motdepasse", StringComparison.OrdinalIgnoreCase)
            || about.Any(a => string.Equals(a, bare, StringComparison.OrdinalIgnoreCase));
        return guessable ? Fault.PasswordGuessable : null;
    }

    private static List<FieldFault> CheckNames(string? first, string? last, string? language)
    {
        var faults = new List<FieldFault>();
        if (string.IsNullOrWhiteSpace(first))
            faults.Add(new("firstName", Fault.Required));
        else if (first.Trim().Length > NameLimit)
            faults.Add(new("firstName", Fault.TooLong));
        if (last?.Trim().Length > NameLimit)
            faults.Add(new("lastName", Fault.TooLong));
        if (language is null || !CallerLanguage.Spoken.Contains(language))
            faults.Add(new("language", Fault.LanguageUnknown));
        return faults;
    }

    private static bool IsEmail(string text) =>
        text.Length <= EmailLimit
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
