using NUnit.Framework;
using SupportHub.AgentsWeb.Settings.Phone;
using SupportHub.Shared;

namespace SupportHub.Unit.Agents.Web;

public sealed class PhoneDraftTests
{
    private static readonly AgentProfile Claire = new(1, "claire@example.com", "Claire", "Martin", Pronoun.She, null, Role.Agent, 3, "fr", false, false);
    private static readonly AgentProfile Gone = Claire with { Id = 2, Disabled = true };

    private static readonly PhoneLine Line = new(
        false, "AC1", null, "SK1", null, "ie1", "dublin", "https://phones.example", "+33 1 84 80 00 00", "https://hub.example", ["FR", "BE"], 4, [5, 30, 60], 15, 0, 2, 3, 4, 7, 5, 6, 0, true, [new(1, "+33 6 12 00 00 01")]);

    [Test]
    public void What_is_saved_comes_back_as_it_was_and_without_secrets()
    {
        var edit = Draft(new PhoneSettings(Line, [], Line.Phones)).ToEdit();

        Assert.That(edit with { Countries = null, PauseMinutes = null, Phones = null }, Is.EqualTo(Line with { Countries = null, PauseMinutes = null, Phones = null }));
        Assert.That((edit.Countries, edit.PauseMinutes, edit.Phones), Is.EqualTo((Line.Countries, Line.PauseMinutes, Line.Phones)));
    }

    [Test]
    public void A_new_line_begins_with_the_usual_limits_the_own_country_and_the_phones_that_are_known()
    {
        var draft = Draft(new PhoneSettings(null, [], [new(1, "+33 6 12 00 00 01")]));

        Assert.That((draft.Enabled, draft.Tries, draft.PerNumberADay, draft.PublicUrl), Is.EqualTo((true, "3", "5", "https://here.example")));
        Assert.That(draft.Countries, Is.EqualTo(new[] { "FR" }));
        Assert.That(draft.Phones.Single().Number, Is.EqualTo("+33 6 12 00 00 01"));
    }

    [Test]
    public void There_is_a_pause_between_each_two_tries()
    {
        var draft = Draft(new PhoneSettings(null));
        Assert.That(draft.PausesShown(), Is.EqualTo(new[] { "5", "30" }));
        draft.Tries = "4";
        Assert.That(draft.PausesShown(), Is.EqualTo(new[] { "5", "30", "30" }));
        draft.Tries = "1";
        Assert.That(draft.ToEdit().PauseMinutes, Is.Empty);
        draft.Tries = "many";
        Assert.That(draft.ToEdit().Tries, Is.EqualTo(-1), "which the server refuses at its field");
    }

    [Test]
    public void Who_has_left_is_asked_for_no_number_but_a_stored_one_stays_in_sight()
    {
        Assert.That(Draft(new PhoneSettings(null)).Phones.Select(p => p.Agent.Id), Is.EqualTo(new[] { 1L }));
        Assert.That(Draft(new PhoneSettings(null, [], [new(2, "+33612000002")])).Phones.Select(p => p.Agent.Id), Is.EqualTo(new[] { 1L, 2L }));
    }

    [Test]
    public void The_own_country_is_the_first()
    {
        var draft = Draft(new PhoneSettings(Line));
        draft.Add("CH");
        draft.Add("BE");
        draft.MakeHome("CH");
        Assert.That(draft.ToEdit().Countries, Is.EqualTo(new[] { "CH", "FR", "BE" }));
    }

    [Test]
    public void A_country_is_found_by_its_name_its_beginning_or_its_code()
    {
        var countries = CountryNames.Ordered(["FR", "EG", "SE", "BE", "BZ", "BY"], ["France", "Égypte", "Suède", "Belgique", "Belize", "Biélorussie"], "fr");

        Assert.That(countries.Select(c => c.Code), Is.EqualTo(new[] { "BE", "BZ", "BY", "EG", "FR", "SE" }));
        Assert.That(CountryNames.Find(countries, "egypte"), Is.EqualTo("EG"));
        Assert.That(CountryNames.Find(countries, " se "), Is.EqualTo("SE"));
        Assert.That(CountryNames.Find(countries, "belg"), Is.EqualTo("BE"));
        Assert.That(CountryNames.Find(countries, "bel"), Is.Null, "it could be two");
        Assert.That(CountryNames.Find(countries, "Atlantis"), Is.Null);
        Assert.That(CountryNames.Find(countries, ""), Is.Null);
    }

    private static PhoneDraft Draft(PhoneSettings saved) => PhoneDraft.Of(saved, [Claire, Gone], "FR", "https://here.example");
}
