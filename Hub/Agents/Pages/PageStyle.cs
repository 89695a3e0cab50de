using System.Security.Cryptography;

namespace SupportHub.Agents.Pages;

/// <summary>The style sheet of these pages, whose address changes with its content.</summary>
public static class PageStyle
{
    private static readonly byte[] Content = Read();

    public static string Address { get; } = $"/pages.css?v={Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}";

    public static IResult Serve(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(Content, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var stream = typeof(PageStyle).Assembly.GetManifestResourceStream("pages.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
