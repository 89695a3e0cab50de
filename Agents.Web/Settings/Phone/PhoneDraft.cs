using System.Globalization;
using SupportHub.Shared;

namespace SupportHub.AgentsWeb.Settings.Phone;

/// <summary>A telephone account while it is being changed. What is no number becomes -1, which the server refuses with the sentence that fits.</summary>
public sealed class PhoneDraft
{
    private static readonly PhoneLine Usual = new(true, null, null, null, null, null, null, null, null, null, null, PauseMinutes: [5, 30]);

    public bool Enabled { get; set; } = true;
    public string Account { get; set; } = "";

    /// <summary>Empty: the stored one stays. Likewise <see cref="ApiSecret"/>.</summary>
    public string AuthToken { get; set; } = "";
    public string ApiKey { get; set; } = "";
    public string ApiSecret { get; set; } = "";
    public string Region { get; set; } = "";
    public string Edge { get; set; } = "";
    public string Address { get; set; } = "";
    public string Number { get; set; } = "";
    public string PublicUrl { get; set; } = "";

    /// <summary>The site's own first.</summary>
    public List<string> Countries { get; private init; } = [];
    public string Tries { get; set; } = "";

    /// <summary>After the first try, the second…</summary>
    public List<string> Pauses { get; private init; } = [];
    public string SlotMinutes { get; set; } = "";
    public string LeadMinutes { get; set; } = "";
    public string AtOnce { get; set; } = "";
    public string PerNumberADay { get; set; } = "";
    public string PerVisitorADay { get; set; } = "";
    public string PerAddressADay { get; set; } = "";
    public string PerSiteADay { get; set; } = "";
    public string CentsAMinute { get; set; } = "";
    public string CentsADay { get; set; } = "";
    public bool DetectMachine { get; set; }

    /// <summary>One for each agent.</summary>
    public IReadOnlyList<PhoneOfAgent> Phones { get; private init; } = [];

    /// <param name="home">The site's own country, for a line that is not set up.</param>
    /// <param name="publicUrl">How this server is reached by whoever sets it up.</param>
    public static PhoneDraft Of(PhoneSettings saved, IEnumerable<AgentProfile> agents, string? home, string publicUrl)
    {
        var line = saved.Line ?? Usual with { Countries = home is null ? [] : [home], PublicUrl = publicUrl };
        var phones = (saved.Phones ?? []).ToDictionary(p => p.AgentId, p => p.Number ?? "");
        return new()
        {
            Enabled = line.Enabled,
            Account = line.Account ?? "",
            ApiKey = line.ApiKey ?? "",
            Region = line.Region ?? "",
            Edge = line.Edge ?? "",
            Address = line.Address ?? "",
            Number = line.Number ?? "",
            PublicUrl = line.PublicUrl ?? "",
            Countries = [.. line.Countries ?? []],
            Tries = Write(line.Tries),
            Pauses = [.. (line.PauseMinutes ?? []).Select(Write)],
            SlotMinutes = Write(line.SlotMinutes),
            LeadMinutes = Write(line.LeadMinutes),
            AtOnce = Write(line.AtOnce),
            PerNumberADay = Write(line.PerNumberADay),
            PerVisitorADay = Write(line.PerVisitorADay),
            PerAddressADay = Write(line.PerAddressADay),
            PerSiteADay = Write(line.PerSiteADay),
            CentsAMinute = Write(line.CentsAMinute),
            CentsADay = Write(line.CentsADay),
            DetectMachine = line.DetectMachine,
            Phones = [.. agents.Where(a => !a.Disabled || phones.ContainsKey(a.Id)).Select(a => new PhoneOfAgent(a, phones.GetValueOrDefault(a.Id, "")))],
        };
    }

    /// <summary>As many pauses as there are tries to pause between; a new one is as long as the one before it.</summary>
    public IReadOnlyList<string> PausesShown()
    {
        var wanted = Math.Clamp(Read(Tries) - 1, 0, 9);
        while (Pauses.Count < wanted)
            Pauses.Add(Pauses.Count == 0 ? "5" : Pauses[^1]);
        return [.. Pauses.Take(wanted)];
    }

    public void Add(string country)
    {
        if (!Countries.Contains(country))
            Countries.Add(country);
    }

    public void MakeHome(string country)
    {
        Countries.Remove(country);
        Countries.Insert(0, country);
    }

    public PhoneLine ToEdit() => new(
        Enabled, Account, Secret(AuthToken), ApiKey, Secret(ApiSecret), Region, Edge, Address, Number, PublicUrl, [.. Countries], Read(Tries), [.. PausesShown().Select(Read)],
        Read(SlotMinutes), Read(LeadMinutes), Read(AtOnce), Read(PerNumberADay), Read(PerAddressADay), Read(PerVisitorADay), Read(PerSiteADay), Read(CentsAMinute), Read(CentsADay), DetectMachine,
        [.. Phones.Select(p => new AgentPhone(p.Agent.Id, p.Number))]);

    private static string? Secret(string typed) => typed.Length == 0 ? null : typed;

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Read(string number) => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
}

/// <summary>An agent's own phone while it is being changed.</summary>
public sealed class PhoneOfAgent(AgentProfile agent, string number)
{
    public AgentProfile Agent { get; } = agent;

    public string Name { get; } = $"{agent.FirstName} {agent.LastName}".Trim();

    /// <summary>Empty: none.</summary>
    public string Number { get; set; } = number;
}
