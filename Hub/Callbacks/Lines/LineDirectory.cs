using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SupportHub.Callbacks.Twilio;
using SupportHub.Delivery;
using SupportHub.Routing;
using SupportHub.Shared;

namespace SupportHub.Callbacks.Lines;

/// <summary>The sites' telephone accounts and the agents' phones, held in memory.</summary>
public sealed partial class LineDirectory(LineSql sql, IDataProtectionProvider protection, Callers callers, CallPages pages, ILogger<LineDirectory> log) : IDirectory
{
    private readonly IDataProtector _protector = protection.CreateProtector("SupportHub.Phone");
    private readonly SemaphoreSlim _oneRefresh = new(1, 1);
    private IReadOnlyList<StoredLine> _rows = [];
    private IReadOnlyList<(long, string)> _phoneRows = [];
    private volatile FrozenDictionary<long, OpenLine> _bySite = FrozenDictionary<long, OpenLine>.Empty;
    private volatile FrozenDictionary<long, string> _phones = FrozenDictionary<long, string>.Empty;

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    /// <summary>Set up, whether or not it is turned on.</summary>
    public OpenLine? Of(long site) => _bySite.GetValueOrDefault(site);

    /// <summary>Turned on.</summary>
    public OpenLine? Working(long site) => Of(site) is { Settings.Enabled: true } line ? line : null;

    /// <summary>E.164.</summary>
    public string? PhoneOf(long agent) => _phones.GetValueOrDefault(agent);

    public IReadOnlyDictionary<long, string> Phones => _phones;

    public StoredLine? Stored(long site) => _rows.FirstOrDefault(r => r.SiteId == site);

    public string Hide(string secret) => _protector.Protect(secret);

    public async Task Refresh(CancellationToken cancel = default)
    {
        await _oneRefresh.WaitAsync(cancel);
        try
        {
            var (rows, phones) = (await sql.All(cancel), await sql.Phones(cancel));
            if (rows.SequenceEqual(_rows) && phones.SequenceEqual(_phoneRows))
                return;
            _bySite = rows.Select(Open).OfType<OpenLine>().ToFrozenDictionary(l => l.SiteId);
            _phones = phones.ToFrozenDictionary(p => p.Agent, p => p.Phone);
            (_rows, _phoneRows) = (rows, phones);
            callers.Agents = _phones.Keys.ToFrozenSet();
            pages.Sites = _bySite.Values.Where(l => l.Settings.Enabled).ToFrozenDictionary(l => l.SiteId, l => new Uri(l.Settings.PublicUrl!));
        }
        finally
        {
            _oneRefresh.Release();
        }
        Changed?.Invoke();
    }

    /// <returns>Null where its secrets cannot be read any more.</returns>
    public OpenLine? Open(StoredLine row)
    {
        if (Show(row.AuthToken) is not { } token || (row.Secret is not null && Show(row.Secret) is null))
        {
            Log.Unreadable(log, row.SiteId);
            return null;
        }
        var settings = JsonSerializer.Deserialize(row.Settings, WireJson.Info<PhoneLine>())!;
        var account = new PhoneAccount(settings.Account!, settings.ApiKey ?? settings.Account!, row.Secret is null ? token : Show(row.Secret)!)
        {
            Region = settings.Region, Edge = settings.Edge, Address = settings.Address is null ? null : new Uri(settings.Address),
        };
        return new OpenLine(row.SiteId, settings, account, token);
    }

    private string? Show(string hidden)
    {
        try
        {
            return _protector.Unprotect(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The telephone account of site {Site} was encrypted with keys that are gone; please connect it again in the settings")]
        public static partial void Unreadable(ILogger logger, long site);
    }
}
