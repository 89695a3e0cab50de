namespace SupportHub.Agents.Pages;

/// <summary>A page that says one thing and offers the way on.</summary>
public static class NoticePage
{
    public static IResult Show(HttpContext http, int status, Func<PageWords, string> title, Func<PageWords, string> text)
    {
        var page = Page.For(http);
        return page.Draw<Notice>(http, new { Title = title(page.Words), Text = text(page.Words), Link = "/sign-in", LinkText = page.Words.SignIn }, status);
    }
}
