using Microsoft.AspNetCore.Components;
using SupportHub.AgentsWeb.Connection;
using SupportHub.AgentsWeb.Notices;

namespace SupportHub.AgentsWeb.Settings;

/// <summary>What every part of the settings has: its texts, the server, and the way around.</summary>
public abstract class SettingsPart : ComponentBase
{
    [Inject] public required SettingsClient Server { get; init; }
    [Inject] public required NavigationManager Here { get; init; }
    [Inject] public required Toasts Toasts { get; init; }
    [Inject] public required Browser Browser { get; init; }

    [Parameter, EditorRequired] public required SettingsTexts T { get; set; }
}
