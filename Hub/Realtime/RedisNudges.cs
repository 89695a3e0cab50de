using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using SupportHub.Shared;

namespace SupportHub.Realtime;

/// <summary>Section <c>Redis</c>: how several processes hear of each other's work. Absent: there is one process.</summary>
public sealed class RedisOptions
{
    public const string Section = "Redis";

    /// <summary>As StackExchange.Redis reads it: "host:6379,password=…".</summary>
    public string? Connection { get; init; }
}

/// <summary>
/// Nudges over Redis' publish and subscribe. SignalR's own backplane is not used: it sends to a node's own groups through Redis too,
/// and refuses new connections while Redis is away; here a node without Redis loses the others' hints and nothing else.
/// </summary>
public sealed partial class RedisNudges(IOptions<RedisOptions> options, Node node, ILogger<RedisNudges> log) : BackgroundService, INudges
{
    private static readonly RedisChannel Topic = RedisChannel.Literal("supporthub:nudges");
    private static readonly JsonSerializerOptions Json = Wire();

    private readonly Channel<Nudge> _out = Channel.CreateBounded<Nudge>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public event Action<Nudge>? Received;

    public void Send(Nudge nudge) => _out.Writer.TryWrite(nudge with { Node = node.Id });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var configuration = ConfigurationOptions.Parse(options.Value.Connection!);
        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ConnectRetry = 1;
        configuration.ReconnectRetryPolicy = new LinearRetry(1000);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        await redis.GetSubscriber().SubscribeAsync(Topic, (_, message) => Hear(message), CommandFlags.FireAndForget);
        await foreach (var nudge in _out.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await redis.GetSubscriber().PublishAsync(Topic, JsonSerializer.SerializeToUtf8Bytes(nudge, Json), CommandFlags.FireAndForget);
            }
            catch (RedisException failure)
            {
                Log.NotSent(log, failure.GetType().Name);
            }
        }
    }

    private void Hear(RedisValue message)
    {
        try
        {
            var nudge = JsonSerializer.Deserialize<Nudge>((byte[])message!, Json)!;
            if (nudge.Node != node.Id || nudge.Visitors is not null)
                Received?.Invoke(nudge);
        }
        catch (JsonException)
        {
            // A node of another version: the heads bring what it wrote.
            Log.NotUnderstood(log);
        }
    }

    private static JsonSerializerOptions Wire()
    {
        var options = new JsonSerializerOptions();
        WireJson.Configure(options);
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        return options;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A nudge was not sent ({Failure})")]
        public static partial void NotSent(ILogger logger, string failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A nudge of another version was not understood")]
        public static partial void NotUnderstood(ILogger logger);
    }
}
