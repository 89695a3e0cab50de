using NUnit.Framework;
using SupportHub.Sites;

namespace SupportHub.Tests.Sites;

public sealed class ColorRulesTests
{
    // From the examples of WCAG's own working group: black 21, mid-grey #767676 the lightest that reaches 4.5.
    [TestCase("#000000", 21)]
    [TestCase("#ffffff", 1)]
    [TestCase("#767676", 4.54)]
    [TestCase("#777777", 4.48)]
    [TestCase("#ff0000", 4.0)]
    public void Contrast_is_what_the_standard_says(string color, double contrast) =>
        Assert.That(ColorRules.AgainstWhite(color), Is.EqualTo(contrast).Within(0.01));

    [TestCase("#0f6b5c", true)]
    [TestCase("#0F6B5C", true)]
    [TestCase("0f6b5c", false)]
    [TestCase("#fff", false)]
    [TestCase("#0f6b5g", false)]
    [TestCase("#0f6b5c;", false)]
    [TestCase(null, false)]
    public void A_color_is_six_digits(string? text, bool isColor) => Assert.That(ColorRules.IsColor(text), Is.EqualTo(isColor));

    [TestCase("#0f6b5c", null)]
    [TestCase("#777777", "White is hard to read on this colour (contrast 4.5")]
    [TestCase("#ffd400", "hard to see on a white page (contrast 1.4")]
    public void A_color_that_is_hard_to_read_is_said(string color, string? note) =>
        Assert.That(ColorNotes.For(color, "en"), note is null ? Is.Null : Does.Contain(note));

    [Test]
    public void French_figures_have_a_comma() => Assert.That(ColorNotes.For("#ffd400", "fr"), Does.Contain("contraste 1,4"));
}
