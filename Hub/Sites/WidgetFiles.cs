using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace SupportHub.Sites;

/// <summary>
/// The built widget at <c>/widget/…</c>, for any website: the loader, which is asked for again every five minutes, and the files that it
/// names by their content's hash, which never change. All are held in memory, compressed at build.
/// </summary>
public static partial class WidgetFiles
{
    private const string Loader = "loader.js";

    public static void MapWidgetFiles(this WebApplication app, string folder)
    {
        var files = Read(Path.Combine(folder, "widget"));
        var chat = ChatName().Match(Encoding.UTF8.GetString(files[Loader].Plain)).Value;
        app.MapMethods("/widget/{name}", [HttpMethods.Get, HttpMethods.Head], (string name, HttpContext http) => Serve(files, chat, name, http))
            .AllowAnonymous();
    }

    private static Dictionary<string, BuiltFile> Read(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*.js").ToDictionary(
            f => f.Name,
            f => new BuiltFile(File.ReadAllBytes(f.FullName), File.ReadAllBytes(f.FullName + ".br"), File.ReadAllBytes(f.FullName + ".gz")));

    private static IResult Serve(Dictionary<string, BuiltFile> files, string chat, string name, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.XContentTypeOptions = "nosniff";
        if (!files.TryGetValue(name, out var file))
        {
            // A loader from before an upgrade, still in a browser's cache, names a chat that is gone: it gets today's.
            headers.CacheControl = "no-store";
            return ChatName().IsMatch(name) ? Results.Redirect(chat) : Results.NotFound();
        }

        headers.Vary = HeaderNames.AcceptEncoding;
        headers.CacheControl = name == Loader ? "public, max-age=300" : "public, max-age=31536000, immutable";
        var (bytes, encoding) = file.For(http.Request.GetTypedHeaders().AcceptEncoding);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return Results.Bytes(bytes, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{file.Hash}{encoding}\""));
    }

    [GeneratedRegex("chat-[A-Z0-9]+\\.js")]
    private static partial Regex ChatName();

    private sealed record BuiltFile(byte[] Plain, byte[] Brotli, byte[] Gzip)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Plain).AsSpan(0, 8));

        public (byte[] Bytes, string? Encoding) For(IList<StringWithQualityHeaderValue> accepted) =>
            Accepts(accepted, "br") ? (Brotli, "br") : Accepts(accepted, "gzip") ? (Gzip, "gzip") : (Plain, null);

        private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
            accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);
    }
}
