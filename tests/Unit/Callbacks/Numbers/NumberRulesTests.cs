using NUnit.Framework;
using SupportHub.Callbacks.Numbers;

namespace SupportHub.Unit.Callbacks.Numbers;

public sealed class NumberRulesTests
{
    private static readonly string[] France = ["FR"];

    [TestCase("06 12 34 56 78")]
    [TestCase("0612345678")]
    [TestCase("06.12.34.56.78")]
    [TestCase("06-12-34-56-78")]
    [TestCase("+33 6 12 34 56 78")]
    [TestCase("+33 (0)6 12 34 56 78")]
    [TestCase("(+33) 612345678")]
    [TestCase("0033 6 12 34 56 78")]
    [TestCase("33612345678")]
    [TestCase("  06\u00a012\u202f34 56 78 ")]
    [TestCase("٠٦١٢٣٤٥٦٧٨")]
    [TestCase("０６１２３４５６７８")]
    [TestCase("＋３３６１２３４５６７８")]
    [TestCase("\u202a06 12 34 56 78\u202c")]
    [TestCase("06/12/34/56/78")]
    public void However_a_number_is_typed_it_is_the_same_number(string typed) =>
        Assert.That(NumberRules.Read(typed, "FR", France).Number, Is.EqualTo(new DialableNumber("+33612345678", "FR", NumberKind.Mobile)));

    [TestCase("01 84 80 00 00", NumberKind.Fixed)]
    [TestCase("09 72 30 00 00", NumberKind.Voip)]
    public void The_ordinary_lines_of_a_home_are_dialled(string typed, NumberKind kind) =>
        Assert.That(NumberRules.Read(typed, "FR", France).Number!.Kind, Is.EqualTo(kind));

    [TestCase("0899 12 34 56", NumberRefusal.PremiumRate)]
    [TestCase("0 825 12 34 56", NumberRefusal.SharedCost)]
    [TestCase("0800 12 34 56", NumberRefusal.TollFree)]
    [TestCase("+44 70 1234 5678", NumberRefusal.Personal)]
    [TestCase("+44 7640 123456", NumberRefusal.Pager)]
    [TestCase("+44 5512345678", NumberRefusal.Universal)]
    [TestCase("+870 773 111 632", NumberRefusal.Satellite)]
    [TestCase("00881612345678", NumberRefusal.Satellite)]
    [TestCase("+882 16 3012 3456", NumberRefusal.Satellite)]
    [TestCase("+883 510 012345678", NumberRefusal.Satellite)]
    [TestCase("+878 10 1234567890", NumberRefusal.Personal)]
    [TestCase("+979 123456789", NumberRefusal.PremiumRate)]
    [TestCase("+808 12345678", NumberRefusal.SharedCost)]
    [TestCase("+800 12345678", NumberRefusal.TollFree)]
    [TestCase("15", NumberRefusal.Emergency)]
    [TestCase("112", NumberRefusal.Emergency)]
    [TestCase("+33 112", NumberRefusal.Emergency)]
    [TestCase("3639", NumberRefusal.ShortCode)]
    [TestCase("+44 20 7946 0018", NumberRefusal.CountryNotAllowed)]
    [TestCase("01 84 80 00 00 #12", NumberRefusal.Extension)]
    [TestCase("01 84 80 00 00;ext=12", NumberRefusal.NotANumber)]
    [TestCase("0800 FLOWERS", NumberRefusal.NotANumber)]
    [TestCase("tel:+33612345678", NumberRefusal.NotANumber)]
    [TestCase("06 12 34 56", NumberRefusal.NotANumber)]
    [TestCase("00 00 00 00 00", NumberRefusal.NotANumber)]
    [TestCase("+", NumberRefusal.NotANumber)]
    [TestCase("", NumberRefusal.NotANumber)]
    public void What_is_not_dialled_says_why(string typed, NumberRefusal refusal) =>
        Assert.That(NumberRules.Read(typed, "FR", France).Refusal, Is.EqualTo(refusal));

    [Test]
    public void A_very_long_text_is_no_number() => Assert.That(NumberRules.Read(new string('6', 100_000), "FR", France).Refusal, Is.EqualTo(NumberRefusal.NotANumber));

    [TestCase("")]
    [TestCase("ZZ")]
    [TestCase("001")]
    public void A_country_that_is_none_dials_nothing(string country) =>
        Assert.That(NumberRules.Read("+33612345678", country, France).Refusal, Is.EqualTo(NumberRefusal.NotANumber));

    [Test]
    public void Regions_that_share_a_country_code_are_told_apart()
    {
        Assert.That(NumberRules.Read("+44 7797 712345", "GB", ["GB"]).Refusal, Is.EqualTo(NumberRefusal.CountryNotAllowed), "Jersey");
        Assert.That(NumberRules.Read("07797 712345", "JE", ["je", "GB"]).Number!.Region, Is.EqualTo("JE"));
    }

    [Test]
    public void A_number_is_not_written_by_accident() =>
        Assert.That($"{NumberRules.Read("06 12 34 56 78", "FR", France).Number}", Is.EqualTo("Mobile in FR"));
}
