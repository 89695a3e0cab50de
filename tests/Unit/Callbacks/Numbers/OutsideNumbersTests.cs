using System.Text.Json;
using NUnit.Framework;
using PhoneNumbers;
using SupportHub.Callbacks.Numbers;
using SupportHub.Tests;

namespace SupportHub.Unit.Callbacks.Numbers;

/// <summary>Example numbers of every region and kind, against the rules.</summary>
public sealed class OutsideNumbersTests
{
    private static readonly string[] Ordinary = ["FIXED_LINE", "MOBILE", "FIXED_LINE_OR_MOBILE", "VOIP"];
    private static readonly string[] Everywhere = [.. PhoneNumberUtil.GetInstance().GetSupportedRegions()];

    [Test]
    public void None_of_the_dear_and_odd_numbers_is_dialled_from_anywhere()
    {
        var dialled = new List<string>();
        var asked = 0;
        foreach (var example in Examples().Where(example => !Ordinary.Contains(example.Type)))
            foreach (var written in Writings(example))
                foreach (var country in written == example.E164 ? Everywhere : [example.Region])
                {
                    asked++;
                    if (NumberRules.Read(written, country, Everywhere).Number is not null)
                        dialled.Add($"{example.Region} {example.Type} from {country}");
                }
        TestContext.Out.WriteLine($"{asked} asked, {dialled.Count} dialled");
        Assert.That(asked, Is.GreaterThan(10_000));
        Assert.That(dialled, Is.Empty);
    }

    [Test]
    public void Nothing_of_a_network_without_a_country_is_dialled()
    {
        var util = PhoneNumberUtil.GetInstance();
        foreach (var code in util.GetSupportedGlobalNetworkCallingCodes())
            Assert.That(NumberRules.Read(util.Format(util.GetExampleNumberForNonGeoEntity(code), PhoneNumberFormat.E164), "FR", Everywhere).Number, Is.Null, $"+{code}");
    }

    /// <summary>Emergency and service numbers are among them, in every country.</summary>
    [Test]
    public void No_number_of_two_or_three_digits_is_dialled_anywhere()
    {
        var texts = Enumerable.Range(0, 100).Select(n => $"{n:00}").Concat(Enumerable.Range(0, 1000).Select(n => $"{n:000}")).ToList();
        Assert.That(Everywhere.SelectMany(region => texts.Where(text => NumberRules.Read(text, region, Everywhere).Number is not null).Select(text => $"{region} {text}")), Is.Empty);
    }

    [Test]
    public void Every_ordinary_number_is_dialled_in_either_writing_with_its_country_alone()
    {
        var refused = new List<string>();
        var asked = 0;
        foreach (var example in Examples().Where(example => Ordinary.Contains(example.Type)))
            foreach (var written in Writings(example))
            {
                asked++;
                if (NumberRules.Read(written, example.Region, [example.Region]) is not { Number: { } number } || number.E164 != example.E164 || number.Region != example.Region)
                    refused.Add($"{example.Region} {example.Type} {written}: {NumberRules.Read(written, example.Region, [example.Region]).Refusal}");
            }
        TestContext.Out.WriteLine($"{asked} asked, {refused.Count} refused");
        Assert.That(refused, Is.Empty);
    }

    private static IEnumerable<string> Writings(Example example)
    {
        string[] plain = [example.National, example.International, example.E164, $"00{example.E164[1..]}", $"00 {example.International[1..]}"];
        return plain.Concat(plain.Select(text => text.Replace(' ', '.'))).Concat([Arabic(example.National), Arabic(example.International), $"({example.International})"]).Distinct();
    }

    private static string Arabic(string text) => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0')) : c));

    private static List<Example> Examples()
    {
        using var file = File.OpenRead(Corpora.Path("e_phones", "example_numbers.json"));
        return [.. JsonDocument.Parse(file).RootElement.GetProperty("rows").Deserialize<List<Example>>(JsonSerializerOptions.Web)!];
    }

    private sealed record Example(string Region, string Type, string E164, string National, string International);
}
