using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SupportHub.Agents.Pages;

/// <summary>A page that the server draws whole. There is no script to run, nothing is kept, and where it leads nobody is told whence.</summary>
public static class DrawnPage
{
    /// <param name="policy">What the page may load, as a content security policy.</param>
    public static RazorComponentResult<TPage> Draw<TPage>(HttpContext http, string policy, IReadOnlyDictionary<string, object?> parameters, int status)
        where TPage : IComponent
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return new RazorComponentResult<TPage>(parameters) { StatusCode = status };
    }
}
