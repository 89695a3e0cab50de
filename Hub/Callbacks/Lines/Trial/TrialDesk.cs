using SupportHub.Callbacks.Calling;
using SupportHub.Callbacks.Numbers;
using SupportHub.Callbacks.Twilio;
using SupportHub.Shared;
using SupportHub.Sites;
using SupportHub.Wording;

namespace SupportHub.Callbacks.Lines.Trial;

/// <summary>Calls an administrator with what is filled in, saved or not, and says how it goes.</summary>
public sealed class TrialDesk(
    TrialSql sql, LineDesk desk, LineDirectory lines, IPhoneLine network, CallCounts counts, CallBudget budget, SiteDirectory sites, Ids ids, TimeProvider clock)
{
    private const int TrialsADay = 30;
    private const string NumberField = "testNumber";

    /// <param name="language">Of who asks.</param>
    public async Task<Saved<PhoneTest>> Begin(long siteId, PhoneTestOrder order, string language)
    {
        if (sites.ById(siteId) is not { } site)
            return Saved<PhoneTest>.Missing;
        if (order.Line is not { } edit)
            return new FieldFault("line", Fault.Required);
        var faults = desk.Check(siteId, edit);
        var callee = Callee(order.Number, edit);
        if (callee.Fault is { } wrong)
            faults.Add(new FieldFault(NumberField, wrong));
        if (faults.Count > 0)
            return faults;
        var drafted = desk.Draft(siteId, edit);
        var trial = new LineTrial
        {
            Id = ids.Next(), SiteId = siteId, Callee = callee.E164!, Settings = drafted.Settings, Secret = drafted.Secret, AuthToken = drafted.AuthToken, BeganAt = clock.NowMs(),
        };
        if (lines.Open(drafted) is not { } line)
            return new FieldFault("authToken", Fault.SecretAgain);
        if (!await sql.Begin(trial))
            return new FieldFault(NumberField, Fault.TrialUnderWay);
        if (await Counted(line, site, trial) is not { } tooMuch)
            return await Place(trial, line, language);
        await sql.Remove(trial.Id);
        return new FieldFault(NumberField, tooMuch);
    }

    /// <param name="language">Of who asks.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<PhoneTest?> Look(long site, long id, string language)
    {
        if (await sql.Find(site, id) is not { } trial)
            return null;
        if (trial is { OverAt: null, Trouble: null, Sid: { } sid, Status: < LegStatus.Completed } && lines.Open(trial.Line) is { } line
            && (await network.Fetch(line.Account, sid, CancellationToken.None)).Value is { } call)
        {
            await sql.Stands(id, call.Status, clock.NowMs());
            trial = await sql.Find(site, id) ?? trial;
        }
        return await Said(trial, language);
    }

    private async Task<Saved<PhoneTest>> Place(LineTrial trial, OpenLine line, string language)
    {
        var order = new CallOrder(trial.Callee, line.Number, TrialHooks.Address(line, trial.Id, TrialHooks.Voice), TrialHooks.Address(line, trial.Id, TrialHooks.Status))
        {
            RingSeconds = TrialRules.RingSeconds, LimitSeconds = TrialRules.LimitSeconds,
        };
        switch (await network.Place(line.Account, order, CancellationToken.None))
        {
            case Placement.Placed placed:
                await sql.Named(trial.Id, placed.Sid);
                break;
            case Placement.Refused refused:
                await sql.Refused(trial.Id, refused.Why);
                await GiveBack(line, trial);
                break;
        }
        // What is unclear may ring: its first report says so.
        return await Said(await sql.Find(trial.SiteId, trial.Id) ?? trial, language);
    }

    private async Task<PhoneTest> Said(LineTrial trial, string language)
    {
        var answer = TrialRules.Read(trial, clock.NowMs());
        if (answer.IsOver && trial.OverAt is null)
            await sql.Over(trial.Id, clock.NowMs());
        var url = lines.Open(trial.Line)?.Settings.PublicUrl ?? "";
        var refused = trial.Trouble is { } trouble ? new LineRefusal(trouble, Said: trial.Said) : null;
        return new PhoneTest(trial.Id, answer.Step, answer.End is { } end ? TrialWords.Say(end, url, refused, language == "fr") : null);
    }

    /// <returns>What is too much; null where nothing is.</returns>
    private async Task<Fault?> Counted(OpenLine line, Site site, LineTrial trial)
    {
        var day = CallDays.Of(site.Hours.Plan.TimeZone, trial.BeganAt);
        if (!await counts.Add(day, new CallCap(CallCount.Trial, $"{site.Id}", TrialsADay), 1))
            return Fault.TrialsADay;
        if (!await counts.AddOneOfEach(day, [new CallCap(CallCount.Number, $"{site.Id}/{trial.Callee}", line.Settings.PerNumberADay), new CallCap(CallCount.Site, $"{site.Id}", line.Settings.PerSiteADay)]))
            return Fault.CallsADay;
        return await budget.Reserve(line, trial.BeganAt, TrialCents(line)) ? null : Fault.MoneyADay;
    }

    /// <summary>Nothing was dialled: whoever mends a setting may try again. That it was tried counts all the same.</summary>
    private async Task GiveBack(OpenLine line, LineTrial trial)
    {
        var day = CallDays.Of(sites.ById(line.SiteId)?.Hours.Plan.TimeZone, trial.BeganAt);
        await counts.Subtract(day, CallCount.Number, $"{line.SiteId}/{trial.Callee}", 1);
        await counts.Subtract(day, CallCount.Site, $"{line.SiteId}", 1);
        await budget.GiveBack(line, trial.BeganAt, TrialCents(line));
    }

    private static int TrialCents(OpenLine line) => CallBudget.Cents(line, TrialRules.LimitSeconds, phones: 1);

    /// <summary>An agent's phone, or a number that customers could give, too.</summary>
    private static (string? E164, Fault? Fault) Callee(string? typed, PhoneLine edit)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (null, Fault.Required);
        if (LineRules.Number(typed) is { } own && (edit.Phones ?? []).Any(p => LineRules.Number(p.Number) == own))
            return (own, null);
        if (edit.Countries is not [{ } first, ..] countries || !countries.All(NumberText.IsCountry))
            return (null, null);
        var answer = NumberRules.Read(typed, first, countries);
        return answer.Number is { } number ? (number.E164, null) : (null, answer.Refusal switch
        {
            NumberRefusal.NotANumber => Fault.CallNumberInvalid,
            NumberRefusal.CountryNotAllowed => Fault.CallCountry,
            _ => Fault.CallKind,
        });
    }
}
