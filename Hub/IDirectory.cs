namespace SupportHub;

/// <summary>What is read often and changed seldom: held in memory, and read again every two seconds for changes made on other nodes.</summary>
public interface IDirectory
{
    Task Refresh(CancellationToken cancel = default);
}

public static class Directories
{
    /// <summary>Directories are loaded, in this order, before the server answers anyone.</summary>
    public static IServiceCollection AddDirectory<T>(this IServiceCollection services)
        where T : class, IDirectory =>
        services.AddSingleton<T>().AddSingleton<IDirectory>(s => s.GetRequiredService<T>());
}
