using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupportHub.Tests;

namespace SupportHub.Integration.Deploy;

/// <summary>A proxy with its configuration from <c>deploy</c>, in which nothing but ports, names and paths is another.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    /// <summary>Where <c>tests/run</c> puts what is not installed.</summary>
    private static readonly string Fetched = Path.Combine(Repository.Artifacts, "programs", "usr");

    private readonly TempFolder _folder = new("proxy");
    private readonly string _program;
    private readonly int _port = Ports.Free();
    private ChildProcess? _process;

    private Proxy(string program)
    {
        _program = program;
    }

    public Uri Address => new($"https://127.0.0.1:{_port}");

    /// <summary>All that it wrote about requests.</summary>
    public string Log => string.Join('\n', [_process!.Log, .. Directory.EnumerateFiles(_folder.FullName, "*.log").Select(File.ReadAllText)]);

    public static bool IsInstalled(string program) => Find(program) is not null;

    public static async Task<Proxy> Start(string program, params IReadOnlyList<Uri> hubs)
    {
        var proxy = new Proxy(program);
        proxy.WriteCertificate();
        var configuration = program switch
        {
            "nginx" => proxy.Nginx(hubs),
            "haproxy" => proxy.HaProxy(hubs),
            _ => proxy.Caddy(hubs),
        };
        await File.WriteAllTextAsync(proxy._folder["configuration"], configuration);
        string[] arguments = program switch
        {
            "nginx" => ["-p", proxy._folder.FullName, "-c", proxy._folder["configuration"], "-g", "daemon off;"],
            "haproxy" => ["-db", "-f", proxy._folder["configuration"]],
            _ => ["run", "--adapter", "caddyfile", "--config", proxy._folder["configuration"]],
        };
        proxy._process = ChildProcess.Start([Find(program)!, .. arguments], environment: Libraries);
        await Eventually.Succeeds(async () =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } });
            using var answer = await http.GetAsync(new Uri(proxy.Address, "/sign-in"));
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new TimeoutException($"{program}: {answer.StatusCode} {proxy._process.Log}");
        });
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }

    private string Nginx(IReadOnlyList<Uri> hubs)
    {
        var ours = Deployed("nginx.conf")
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{_port} ssl;", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{Ports.Free()};", StringComparison.Ordinal)
            .Replace("/etc/ssl/support.example.com.pem", _folder["both.pem"], StringComparison.Ordinal)
            .Replace("/etc/ssl/support.example.com.key", _folder["both.pem"], StringComparison.Ordinal)
            .Replace("/var/log/nginx", _folder.FullName, StringComparison.Ordinal)
            .Replace("    server 127.0.0.1:5000;", string.Join('\n', hubs.Select(h => $"    server {h.Authority};")), StringComparison.Ordinal);
        var own = string.Join('\n', new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(n => $"{n}_temp_path {_folder[n]};"));
        return $"{(Environment.UserName == "root" ? "user root;" : "")} pid {_folder["pid"]}; error_log stderr; events {{ }} http {{\n{own}\n{ours}\n}}";
    }

    private string HaProxy(IReadOnlyList<Uri> hubs) =>
        Deployed("haproxy.cfg")
            .Replace("bind :443", $"bind 127.0.0.1:{_port}", StringComparison.Ordinal)
            .Replace("bind :80", $"bind 127.0.0.1:{Ports.Free()}", StringComparison.Ordinal)
            .Replace("/etc/ssl/support.example.com.pem", _folder["both.pem"], StringComparison.Ordinal)
            .Replace("    server one 127.0.0.1:5000 check", string.Join('\n', hubs.Select((h, at) => $"    server n{at} {h.Authority} check")), StringComparison.Ordinal)
            .Replace("maxconn 40000", "maxconn 2000", StringComparison.Ordinal);

    private string Caddy(IReadOnlyList<Uri> hubs) =>
        $"{{\n admin off\n auto_https disable_redirects\n skip_install_trust\n storage file_system {_folder["storage"]}\n}}\n" +
        Deployed("Caddyfile")
            .Replace("support.example.com {", $"https://127.0.0.1:{_port} {{\n tls {_folder["both.pem"]} {_folder["both.pem"]}", StringComparison.Ordinal)
            .Replace("/var/log/caddy", _folder.FullName, StringComparison.Ordinal)
            .Replace("reverse_proxy 127.0.0.1:5000 {", $"reverse_proxy {string.Join(' ', hubs.Select(h => h.Authority))} {{", StringComparison.Ordinal);

    private static string Deployed(string name) => File.ReadAllText(Path.Combine(Repository.Root, "deploy", name));

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(_folder["both.pem"], $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", Path.Combine(Fetched, "sbin"), Path.Combine(Fetched, "bin")])
            .Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    /// <summary>Those that were fetched with the programs; the system's own do for the rest.</summary>
    private static Dictionary<string, string> Libraries => Directory.Exists(Path.Combine(Fetched, "lib"))
        ? new() { ["LD_LIBRARY_PATH"] = string.Join(':', Directory.EnumerateDirectories(Path.Combine(Fetched, "lib"), "*-linux-gnu*")) }
        : [];
}
