namespace SupportHub.Lab.Phone.Network;

/// <summary>Lets pages wait for the next change.</summary>
public sealed class Signal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = New();

    /// <summary>Asked for before looking, so that nothing comes between the two unseen.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
                return _changed.Task;
        }
    }

    public void Tell()
    {
        lock (_gate)
        {
            _changed.SetResult();
            _changed = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
