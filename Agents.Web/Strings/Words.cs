using System.Globalization;
using SupportHub.AgentsWeb.Connection;

namespace SupportHub.AgentsWeb.Strings;

/// <summary>The reader's language: all sentences, and numbers and dates as that reader writes them.</summary>
public sealed class Words(Browser browser)
{
    private const string Key = "supporthub.language";

    public Texts Texts { get; private set; } = new En();

    public CultureInfo Culture { get; private set; } = CultureInfo.GetCultureInfo("en-GB");

    public Signal Changed { get; } = new();

    /// <summary>What was chosen here before; else the browser's first language that there is.</summary>
    public void Begin()
    {
        var preferred = browser.Ask<string[]>("languages");
        Set(browser.Read(Key), preferred);
    }

    public void Choose(string tag)
    {
        browser.Write(Key, tag);
        Set(tag, browser.Ask<string[]>("languages"));
    }

    private void Set(string? chosen, string[] preferred)
    {
        var tag = chosen ?? preferred.Select(Short).FirstOrDefault(p => p is "fr" or "en") ?? "en";
        Texts = tag == "fr" ? new Fr() : new En();
        Culture = CultureFor(tag, preferred);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Culture;
        browser.Do("speak", tag);
        Changed.Raise();
    }

    private static CultureInfo CultureFor(string tag, string[] preferred)
    {
        var regional = preferred.FirstOrDefault(p => Short(p) == tag && p.Length > 2) ?? (tag == "fr" ? "fr-FR" : "en-GB");
        try
        {
            return CultureInfo.GetCultureInfo(regional);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo(tag);
        }
    }

    private static string Short(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
