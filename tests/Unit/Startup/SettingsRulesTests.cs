using NUnit.Framework;
using SupportHub.Startup;

namespace SupportHub.Tests.Startup;

public sealed class SettingsRulesTests
{
    private static readonly KnownSettings Known = new(
        new Dictionary<string, IReadOnlyList<string>> { ["Storage"] = ["Postgres", "Folder"], ["Redis"] = ["Connection"] },
        ["Urls", "Logging"]);

    [TestCase("Storge", "There is no setting \"Storge\"; did you mean \"Storage\"?")]
    [TestCase("url", "There is no setting \"url\"; did you mean \"Urls\"?")]
    [TestCase("Telephone", "There is no setting \"Telephone\".")]
    public void An_unknown_setting_is_named_with_the_nearest(string typed, string sentence) =>
        Assert.That(SettingsRules.FirstUnknown(Known, [typed], _ => []), Is.EqualTo(sentence));

    [TestCase("storage")]
    [TestCase("URLS")]
    [TestCase("Logging")]
    public void Case_does_not_matter(string typed) => Assert.That(SettingsRules.FirstUnknown(Known, [typed], _ => []), Is.Null);

    [TestCase("Postgress", "There is no setting \"Storage:Postgress\"; did you mean \"Storage:Postgres\"?")]
    [TestCase("Password", "There is no setting \"Storage:Password\".")]
    public void Within_a_section_too(string typed, string sentence) =>
        Assert.That(SettingsRules.FirstUnknown(Known, ["Storage"], s => s == "Storage" ? [typed] : []), Is.EqualTo(sentence));

    [TestCase("", "", 0)]
    [TestCase("abc", "", 3)]
    [TestCase("abc", "acb", 1)]
    [TestCase("conection", "connection", 1)]
    [TestCase("kitten", "sitting", 3)]
    public void Distance_counts_slips_of_the_fingers(string a, string b, int distance)
    {
        Assert.That(NearestName.Distance(a, b), Is.EqualTo(distance));
        Assert.That(NearestName.Distance(b, a), Is.EqualTo(distance));
    }

    [Test]
    public void Every_section_of_this_program_is_known() =>
        Assert.That(KnownSettings.OfThisProgram().Sections.Keys, Is.SupersetOf(new[] { "Storage", "Redis", "Limits" }));
}
