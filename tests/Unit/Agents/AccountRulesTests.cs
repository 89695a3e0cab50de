using NUnit.Framework;
using SupportHub.Agents;
using SupportHub.Agents.Pages;
using SupportHub.Agents.SignIn;
using SupportHub.Shared;
using SupportHub.Wording;

namespace SupportHub.Tests.Agents;

public sealed class AccountRulesTests
{
    private static readonly AgentEdit Good = new("claire@example.com", "Claire", "Martin", Pronoun.She, Role.Agent, 3, "fr");

    [Test]
    public void A_whole_account_has_no_fault() => Assert.That(AccountRules.Check(Good), Is.Empty);

    [TestCase("not an address")]
    [TestCase("a@b c")]
    [TestCase("Claire <claire@example.com>")]
    [TestCase("@example.com")]
    public void An_address_must_be_one(string email) =>
        Assert.That(AccountRules.Check(Good with { Email = email }), Is.EqualTo(new[] { new FieldFault("email", Fault.EmailInvalid) }));

    [TestCase(0)]
    [TestCase(21)]
    [TestCase(-3)]
    public void Capacity_is_1_to_20(int capacity) =>
        Assert.That(AccountRules.Check(Good with { Capacity = capacity }), Is.EqualTo(new[] { new FieldFault("capacity", Fault.CapacityRange) }));

    [TestCase(-1)]
    [TestCase(51)]
    public void Mails_at_once_are_0_to_50(int capacity) =>
        Assert.That(AccountRules.Check(Good with { MailCapacity = capacity }), Is.EqualTo(new[] { new FieldFault("mailCapacity", Fault.MailCapacityRange) }));

    [Test]
    public void Each_fault_is_at_its_field() =>
        Assert.That(
            AccountRules.Check(new AgentEdit(null, " ", new string('x', 81), Pronoun.He, (Role)9, 3, "xx")).Select(f => f.Field),
            Is.EquivalentTo(new[] { "email", "firstName", "lastName", "role", "language" }));

    [TestCase("quatre mots bien longs", null)]
    [TestCase("", Fault.Required)]
    [TestCase("court", Fault.PasswordShort)]
    [TestCase("aaaaaaaaaaaa", Fault.PasswordGuessable)]
    [TestCase("1234567890", Fault.PasswordGuessable)]
    [TestCase("Password2026", Fault.PasswordGuessable)]
    [TestCase("claire@example.com", Fault.PasswordGuessable)]
    public void A_password_is_long_and_not_what_others_know(string password, Fault? fault) =>
        Assert.That(AccountRules.CheckPassword(password, "claire@example.com", "Claire"), Is.EqualTo(fault));

    [Test]
    public void Every_fault_has_a_sentence_in_both_languages()
    {
        foreach (var fault in Enum.GetValues<Fault>())
        {
            Assert.That(FaultWords.English.GetValueOrDefault(fault), Is.Not.Null.And.Not.Contain("!"), fault.ToString());
            Assert.That(FaultWords.French.GetValueOrDefault(fault), Is.Not.Null.And.Not.Contain("!"), fault.ToString());
        }
    }

    [TestCase("/c/12?x=1", "/c/12?x=1")]
    [TestCase("//evil.example", "/")]
    [TestCase("/\\evil.example", "/")]
    [TestCase("https://evil.example", "/")]
    [TestCase("/a\nb", "/")]
    [TestCase(null, "/")]
    public void A_page_leads_back_to_this_server_only(string? url, string local) => Assert.That(ReturnUrl.Local(url), Is.EqualTo(local));

    [TestCase("http://[::]:5000", "http://localhost:5000/setup?code=c")]
    [TestCase("http://0.0.0.0:80", "http://localhost:80/setup?code=c")]
    [TestCase("https://chat.example.com:443", "https://chat.example.com:443/setup?code=c")]
    public void The_link_of_the_first_start_can_be_opened(string address, string link) =>
        Assert.That(SetupAnnouncement.Link(address, "c"), Is.EqualTo(link));

    [Test]
    public async Task The_setup_code_is_long_and_gone_after_use()
    {
        var setup = new SetupCode();
        var code = setup.Text;

        Assert.That(code, Has.Length.EqualTo(64));
        Assert.That(await setup.Use(code![..63], () => Task.FromResult(true)), Is.False);
        Assert.That(await setup.Use(code, () => Task.FromResult(false)), Is.True, "what failed may be tried again");
        Assert.That(await setup.Use(code, () => Task.FromResult(true)), Is.True);
        Assert.That(setup.Matches(code), Is.False);
        Assert.That(setup.Text, Is.Null);
        Assert.That(setup.Matches(null), Is.False);
    }
}
