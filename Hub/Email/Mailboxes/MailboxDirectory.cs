using System.Collections.Frozen;
using System.Text.Json;
using SupportHub.Email.Threads;
using SupportHub.Email.Tokens;
using SupportHub.Shared;

namespace SupportHub.Email.Mailboxes;

/// <summary>
/// The sites' mailboxes, held in memory. One whose settings did not change stays the same object, because its connections belong to that.
/// </summary>
public sealed partial class MailboxDirectory(MailboxSql sql, MailboxSecrets secrets, ILogger<MailboxDirectory> log) : IDirectory
{
    private readonly SemaphoreSlim _oneRefresh = new(1, 1);
    private IReadOnlyList<StoredMailbox> _rows = [];
    private volatile FrozenDictionary<long, OpenMailbox> _bySite = FrozenDictionary<long, OpenMailbox>.Empty;

    /// <summary>Raised after <see cref="Refresh"/> found a difference.</summary>
    public event Action? Changed;

    public IReadOnlyCollection<OpenMailbox> All => _bySite.Values;

    public OpenMailbox? Of(long site) => _bySite.GetValueOrDefault(site);

    public StoredMailbox? Stored(long site) => _rows.FirstOrDefault(r => r.SiteId == site);

    public async Task Refresh(CancellationToken cancel = default)
    {
        await _oneRefresh.WaitAsync(cancel);
        try
        {
            var fresh = await sql.All(cancel);
            if (fresh.SequenceEqual(_rows))
                return;
            _bySite = fresh.Select(row => _rows.Contains(row) ? Of(row.SiteId) : Open(row)).OfType<OpenMailbox>().ToFrozenDictionary(m => m.SiteId);
            _rows = fresh;
        }
        finally
        {
            _oneRefresh.Release();
        }
        Changed?.Invoke();
    }

    private OpenMailbox? Open(StoredMailbox row)
    {
        var (secret, key, password, client) = (secrets.Show(row.InboundSecret), secrets.Show(row.ThreadKey), secrets.Show(row.Password), secrets.Show(row.ClientSecret));
        if (secret is null || key is null || (row.Password is not null && password is null) || (row.ClientSecret is not null && client is null))
        {
            Log.Unreadable(log, row.SiteId);
            return null;
        }
        return new OpenMailbox(
            row.SiteId, row.Address, row.Name, Json<MailServer>(row.Smtp)!, Json<MailServer>(row.Imap),
            new MailAccount(row.SignIn, row.UserName, password, Json<MailTokens>(row.Tokens) is { } tokens ? tokens with { ClientSecret = client } : null, row.SiteId), row.TokenInAddress,
            (Json<List<MailAlias>>(row.Addresses) ?? []).ToFrozenDictionary(a => a.Address!.ToLowerInvariant()),
            secret, new ThreadKey(Convert.FromHexString(key)));
    }

    private static T? Json<T>(string? text)
        where T : class => text is null ? null : JsonSerializer.Deserialize<T>(text, MailboxJson.Options);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The mailbox of site {Site} was encrypted with keys that are gone; please connect it again in the settings")]
        public static partial void Unreadable(ILogger logger, long site);
    }
}
