using System.Text.Json;

namespace SupportHub.Tests;

public readonly record struct RawPush(string Target, JsonElement Argument);

/// <summary>Pushes in the order of their arrival, each taken at most once.</summary>
public sealed class RawPushes
{
    private readonly Lock _gate = new();
    private readonly LinkedList<RawPush> _held = [];
    private TaskCompletionSource _added = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next push.</summary>
    public Task Added
    {
        get
        {
            lock (_gate)
                return _added.Task;
        }
    }

    /// <summary>Those to this target that nobody took yet.</summary>
    public IReadOnlyList<JsonElement> Held(string target)
    {
        lock (_gate)
            return [.. _held.Where(push => push.Target == target).Select(push => push.Argument)];
    }

    /// <summary>Takes those to this target that nobody took yet, without waiting.</summary>
    public IReadOnlyList<JsonElement> TakeAll(string target)
    {
        lock (_gate)
        {
            var taken = _held.Where(push => push.Target == target).ToList();
            foreach (var push in taken)
                _held.Remove(push);
            return [.. taken.Select(push => push.Argument)];
        }
    }

    public void Add(RawPush push)
    {
        TaskCompletionSource added;
        lock (_gate)
        {
            _held.AddLast(push);
            (added, _added) = (_added, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        added.SetResult();
    }

    public async Task<JsonElement> Next(string target, Func<JsonElement, bool> fits, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            Task added;
            lock (_gate)
            {
                for (var at = _held.First; at is not null; at = at.Next)
                {
                    if (at.Value.Target != target || !fits(at.Value.Argument))
                        continue;
                    _held.Remove(at);
                    return at.Value.Argument;
                }
                added = _added.Task;
            }
            try
            {
                await added.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"No fitting {target} was pushed within {patience.TotalSeconds:0.#} s. Held: {string.Join(" | ", Held(target))}");
            }
        }
    }
}
