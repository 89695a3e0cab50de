using SupportHub.AgentsWeb.Connection;

namespace SupportHub.AgentsWeb.Notices;

/// <summary>What this person chose in this browser.</summary>
public sealed class Preferences(Browser browser)
{
    public Signal Changed { get; } = new();
    public string Theme { get; private set; } = "system";
    public bool Sound { get; private set; } = true;
    public bool Notify { get; private set; } = true;

    public void Begin()
    {
        Theme = browser.Read("supporthub.theme") ?? "system";
        Sound = browser.Read("supporthub.sound") != "off";
        Notify = browser.Read("supporthub.notify") != "off";
    }

    public void ChooseTheme(string theme)
    {
        Theme = theme;
        browser.Write("supporthub.theme", theme);
        browser.Do("theme", theme);
        Changed.Raise();
    }

    public void ChooseSound(bool on)
    {
        Sound = on;
        browser.Write("supporthub.sound", on ? "on" : "off");
        Changed.Raise();
    }

    public void ChooseNotify(bool on)
    {
        Notify = on;
        browser.Write("supporthub.notify", on ? "on" : "off");
        Changed.Raise();
    }
}
