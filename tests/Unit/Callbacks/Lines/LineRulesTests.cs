using NUnit.Framework;
using SupportHub.Callbacks.Lines;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Unit.Callbacks.Lines;

public sealed class LineRulesTests
{
    private const string Sid = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static readonly PhoneLine Good = new(true, Sid, "token", null, null, null, null, null, "+33184800000", "https://hub.example", ["FR"]);

    [Test]
    public void A_good_line_has_no_fault() => Assert.That(LineRules.Check(Good, null, hasSecret: false), Is.Empty);

    [Test]
    public void Each_fault_is_told_at_its_field()
    {
        var bad = Good with
        {
            Account = "AC12", AuthToken = " ", ApiKey = "AC", Region = "a b", Edge = "é", Address = "ftp://x", Number = "0184800000", PublicUrl = "http://hub.example", Countries = [], Tries = 0,
            PauseMinutes = [0], SlotMinutes = 4, LeadMinutes = -1, AtOnce = 0, PerNumberADay = 0, PerAddressADay = 0, PerSiteADay = 0, CentsAMinute = -1, CentsADay = -1,
            Phones = [new AgentPhone(1, ""), new AgentPhone(2, "0612345678")],
        };
        Assert.That(LineRules.Check(bad, null, hasSecret: false).Select(f => f.Field), Is.EquivalentTo(new[]
        {
            "account", "authToken", "apiKey", "apiSecret", "region", "edge", "address", "publicUrl", "number", "countries", "tries", "pauseMinutes", "slotMinutes", "leadMinutes", "atOnce",
            "perNumberADay", "perAddressADay", "perSiteADay", "centsAMinute", "centsADay", "phones[1].number",
        }));
    }

    [Test]
    public void A_stored_token_stays_where_none_is_given() =>
        Assert.That(LineRules.Check(Good with { AuthToken = null }, Good with { AuthToken = null }, hasSecret: false), Is.Empty);

    /// <summary>It would be sent there, and whoever may change settings may not read secrets.</summary>
    [Test]
    public void A_stored_secret_is_never_shown_to_another_account_or_address()
    {
        var stored = Good with { AuthToken = null, ApiKey = "SKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
        foreach (var elsewhere in new[] { stored with { Address = "https://other.example" }, stored with { Account = Sid.Replace('a', 'b') }, stored with { Region = "ie1" }, stored with { Edge = "dublin" } })
            Assert.That(LineRules.Check(elsewhere, stored, hasSecret: true).Select(f => (f.Field, f.Fault)), Is.EqualTo(new[] { ("authToken", Fault.SecretAgain), ("apiSecret", Fault.SecretAgain) }));
    }
}
