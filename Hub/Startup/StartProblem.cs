using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace SupportHub.Startup;

/// <summary>Says in one sentence why the server could not start, where the reason is one that its administrator can mend.</summary>
public static partial class StartProblem
{
    /// <returns>Null for a failure that is a bug: it keeps its stack trace.</returns>
    public static string? Sentence(Exception failure) => failure switch
    {
        StartRefused refused => refused.Message,
        OptionsValidationException invalid => Invalid(invalid),
        InvalidOperationException when CannotConvert().Match(failure.Message) is { Success: true } match =>
            $"The setting \"{match.Groups[1].Value}\" cannot be read as {Kind(match.Groups[2].Value)}.",
        IOException { InnerException: AddressInUseException } =>
            $"{Address(failure.Message)} is used by another program already; choose another one with --urls.",
        FormatException when failure.Message.StartsWith("Invalid url", StringComparison.OrdinalIgnoreCase) =>
            "The setting \"urls\" is not an address to listen at, for example http://localhost:5000.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "The system does not let SupportHub listen at this port; choose one above 1023 with --urls, or grant it the right.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } or IOException { InnerException: SocketException { SocketErrorCode: SocketError.AddressNotAvailable } } =>
            "The address to listen at is not one of this machine; choose another one with --urls.",
        _ => null,
    };

    private static string Invalid(OptionsValidationException invalid)
    {
        var section = KnownSettings.SectionOf(invalid.OptionsType) ?? invalid.OptionsType.Name;
        var reasons = invalid.Failures.Select(f => Annotated().Match(f) is { Success: true } match
            ? $"\"{section}:{match.Groups[1].Value}\" ({match.Groups[2].Value.TrimEnd('.')})"
            : f.TrimEnd('.'));
        return $"A setting is not possible: {string.Join("; ", reasons)}.";
    }

    private static string Address(string message) =>
        Bound().Match(message) is { Success: true } match ? match.Groups[1].Value : "The address to listen at";

    private static string Kind(string type) => type switch
    {
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Boolean" => "true or false",
        "System.TimeSpan" => "a time span, for example 00:00:30",
        _ => "what it should be",
    };

    [GeneratedRegex("Failed to convert configuration value .* at '([^']+)' to type '([^']+)'")]
    private static partial Regex CannotConvert();

    [GeneratedRegex("members: '([^']+)' with the error: '(.+)'")]
    private static partial Regex Annotated();

    [GeneratedRegex(@"bind to address (\S+?): ")]
    private static partial Regex Bound();
}
