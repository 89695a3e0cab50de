namespace SupportHub.Storage;

/// <summary>The right to do something that only one node does at a time. Given back when disposed, and when this process or its connection ends.</summary>
/// <param name="Lost">Cancelled when the database gave it to another, or is away.</param>
public sealed record Lease(IAsyncDisposable Handle, CancellationToken Lost) : IAsyncDisposable
{
    /// <summary>One process alone has every right.</summary>
    public static Lease Alone { get; } = new(new Nothing(), CancellationToken.None);

    public ValueTask DisposeAsync() => Handle.DisposeAsync();

    private sealed class Nothing : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
