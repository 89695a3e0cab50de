using System.Diagnostics;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;
using NUnit.Framework;
using SupportHub.Shared;
using SupportHub.Tests;

namespace SupportHub.Integration.Email;

/// <summary>A real IMAP server (Debian's Dovecot) with one mailbox, on a free port and in a folder of its own.</summary>
internal sealed class DovecotServer : IAsyncDisposable
{
    public const string User = "support";
    public const string Password = "imap-test";
    private readonly TempFolder _folder = new("dovecot");
    private Process? _process;

    public int Port { get; } = Ports.Free();

    public MailServer Server => new("127.0.0.1", Port, MailSecurity.None);

    private static string? Program => new[] { "/usr/sbin/dovecot", "/usr/local/sbin/dovecot" }.FirstOrDefault(File.Exists);

    /// <summary>Where there is no Dovecot, the test is skipped.</summary>
    public static async Task<DovecotServer> Start()
    {
        if (Program is null)
            Assert.Ignore("Dovecot is not installed; tests/run installs it on Debian and Ubuntu.");
        var server = new DovecotServer();
        server.Write();
        await server.ComeBack();
        return server;
    }

    public async Task ComeBack()
    {
        _process = Process.Start(new ProcessStartInfo(Program!, ["-F", "-c", Path.Combine(_folder.FullName, "dovecot.conf")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await Eventually.Succeeds(async () =>
        {
            using var line = new TcpClient();
            await line.ConnectAsync("127.0.0.1", Port);
        });
    }

    public async Task GoAway()
    {
        if (_process is not { } process)
            return;
        // Its children end with it only where it is asked, not killed.
        Process.Start("kill", ["-TERM", $"{process.Id}"])!.WaitForExit();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    /// <summary>Puts mails into the inbox.</summary>
    public async Task Deliver(params IEnumerable<MimeMessage> mails)
    {
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", Port, SecureSocketOptions.None);
        await client.AuthenticateAsync(User, Password);
        await client.Inbox.OpenAsync(FolderAccess.ReadWrite);
        foreach (var mail in mails)
            await client.Inbox.AppendAsync(mail, MessageFlags.None);
        await client.DisconnectAsync(true);
    }

    /// <summary>The folder gets new numbers, as after a restore from a backup.</summary>
    public void Renumber()
    {
        foreach (var index in Directory.EnumerateFiles(Mail, "dovecot*"))
            File.Delete(index);
    }

    public async ValueTask DisposeAsync()
    {
        await GoAway();
        _folder.Dispose();
    }

    private string Mail => Path.Combine(_folder.FullName, "mail");

    private void Write()
    {
        Directory.CreateDirectory(Mail);
        File.WriteAllText(Path.Combine(_folder.FullName, "users"), $"{User}:{{PLAIN}}{Password}::::::\n");
        var me = Environment.UserName;
        // Dovecot refuses to read mail as root; nobody's own user is enough, and its folder must be that user's.
        var owner = me == "root" ? "mail" : me;
        File.WriteAllText(Path.Combine(_folder.FullName, "dovecot.conf"), $$"""
            base_dir = {{_folder.FullName}}/run
            state_dir = {{_folder.FullName}}/state
            log_path = {{_folder.FullName}}/log
            protocols = imap
            ssl = no
            disable_plaintext_auth = no
            listen = 127.0.0.1
            default_internal_user = {{owner}}
            default_login_user = {{owner}}
            default_internal_group = {{owner}}
            first_valid_uid = 1
            mail_location = maildir:{{Mail}}
            mail_uid = {{owner}}
            mail_gid = {{owner}}
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            passdb {
              driver = passwd-file
              args = {{_folder.FullName}}/users
            }
            userdb {
              driver = static
              args = uid={{owner}} gid={{owner}} home={{_folder.FullName}}/home
            }
            """);
        if (me == "root")
            Process.Start("chown", ["-R", $"{owner}:{owner}", _folder.FullName])!.WaitForExit();
    }
}
