using Microsoft.AspNetCore.Components;

namespace SupportHub.AgentsWeb.Settings;

/// <summary>A form of the settings: knows whether something is unsaved, what is wrong, and whether it is being saved.</summary>
public abstract class SettingsForm : SettingsPart
{
    protected bool Dirty { get; private set; }

    protected bool Busy { get; private set; }

    /// <summary>Why the form as a whole could not be loaded or saved.</summary>
    protected Trouble Trouble { get; set; }

    protected IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    protected ElementReference Form { get; set; }

    protected string? FaultOf(string field) => Faults.GetValueOrDefault(field);

    protected void Touch() => Dirty = true;

    protected void Settle() => (Dirty, Trouble, Faults) = (false, Trouble.None, new Dictionary<string, string>());

    /// <summary>Runs one save at a time, and shows what it says.</summary>
    /// <returns>The saved value, or null where it was not saved.</returns>
    protected async Task<T?> Save<T>(Func<Task<Answer<T>>> save)
        where T : class
    {
        if (Busy)
            return null;
        var saved = await Ask(save);
        if (Trouble == Trouble.None)
            Settle();
        return saved;
    }

    /// <summary>As <see cref="Save"/>, and what was typed stays unsaved.</summary>
    protected async Task<T?> Ask<T>(Func<Task<Answer<T>>> ask)
        where T : class
    {
        if (Busy)
            return null;
        Busy = true;
        var answer = await ask();
        Busy = false;
        (Trouble, Faults) = (answer.Trouble, answer.Faults);
        if (answer.Trouble != Trouble.None)
            Browser.Do("focusFault", Form);
        StateHasChanged();
        return answer.Value;
    }
}
