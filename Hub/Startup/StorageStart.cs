using System.Data.Common;
using Microsoft.Extensions.Options;
using SupportHub.Storage;

namespace SupportHub.Startup;

/// <summary>Makes sure that there is a place to store before anything else starts. Waits a while for a database that is still starting itself.</summary>
public sealed partial class StorageStart(IOptions<StorageOptions> options, IServiceProvider services, TimeProvider clock, ILogger<StorageStart> log)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public void Run()
    {
        CheckFolder(options.Value.FullFolder);
        CheckConnection(options.Value);
        Migrate(services.GetRequiredService<Database>()).GetAwaiter().GetResult();
    }

    private static void CheckFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".write-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"SupportHub may not write in the folder {folder} (setting \"Storage:Folder\"); give it the right, or choose another folder.", failure);
        }
    }

    private static void CheckConnection(StorageOptions storage)
    {
        try
        {
            Dialect.For(storage).Connection().Dispose();
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException)
        {
            throw new StartRefused("The setting \"Storage:Postgres\" is not a connection string that PostgreSQL understands, for example Host=localhost;Database=supporthub;Username=supporthub;Password=….", failure);
        }
    }

    private async Task Migrate(Database database)
    {
        var start = clock.GetTimestamp();
        for (var waiting = false; ; waiting = true)
        {
            try
            {
                database.Migrate();
                return;
            }
            catch (DbException failure) when (MayComeYet(failure) && clock.GetElapsedTime(start) < Patience)
            {
                if (!waiting)
                    Log.Waiting(log, (int)Patience.TotalSeconds);
                await Task.Delay(Pause, clock);
            }
            catch (DbException failure)
            {
                throw new StartRefused(
                    MayComeYet(failure)
                        ? $"The database did not answer for {(int)Patience.TotalSeconds} seconds; is it running, and is \"Storage:Postgres\" right?"
                        : $"The database refuses: {failure.Message.Split('\n')[0].TrimEnd('.')}.",
                    failure);
            }
        }
    }

    /// <summary>Not reachable, or still starting (PostgreSQL's 57P03): it may come. A wrong password or an unknown database will not.</summary>
    private static bool MayComeYet(DbException failure) => failure.IsTransient || failure.SqlState is "57P03" || failure is { SqlState: null, InnerException: not null };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The database does not answer yet; waiting for up to {Seconds} seconds")]
        public static partial void Waiting(ILogger log, int seconds);
    }
}
