using System.Text;
using NUnit.Framework;
using SupportHub.Email.Reading;
using SupportHub.Email.Reading.Html;

namespace SupportHub.Unit.Email.Reading;

public sealed class HtmlMailTests
{
    [TestCase("<script>alert(1)</script>")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("<a href='javascript:alert(1)'>x</a>")]
    [TestCase("<a href='  jAvAscript:alert(1)'>x</a>")]
    [TestCase("<svg><script>alert(1)</script></svg>")]
    [TestCase("<iframe srcdoc='<script>alert(1)</script>'></iframe>")]
    [TestCase("<form action='https://evil.example'><input name=p><button>go</button></form>")]
    [TestCase("<style>body{display:none}</style>")]
    [TestCase("<meta http-equiv=refresh content='0;url=https://evil.example'>")]
    [TestCase("<base href='https://evil.example'>")]
    [TestCase("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>")]
    [TestCase("<p style='position:fixed;top:0;left:0;z-index:9;margin:-99px;transform:scale(9);background:url(https://evil.example/a.png)'>x</p>")]
    [TestCase("<table background='https://evil.example/a.png'><tr><td>x</td></tr></table>")]
    [TestCase("<link rel=stylesheet href='https://evil.example/a.css'>")]
    [TestCase("<p class=admin id=root data-quoted data-remote-src='javascript:alert(1)'>x</p>")]
    [TestCase("<img src='https://evil.example/a.png' srcset='https://evil.example/b.png 2x'>")]
    [TestCase("<video poster='https://evil.example/a.png' src='https://evil.example/a.mp4'></video>")]
    public void Nothing_runs_loads_or_leaves_its_box(string html)
    {
        var clean = HtmlMail.Read(html, null).Clean;

        foreach (var danger in new[] { "script", "onerror", "<form", "<input", "<button", "<style", "<svg", "<iframe", "<meta", "<base", "<link", "position", "z-index", "margin", "transform", "background:", "url(", " src=", "srcset", "poster", "class=", "id=", "data-quoted", "background=\"http" })
            Assert.That(clean, Does.Not.Contain(danger).IgnoreCase);
    }

    [Test]
    public void A_remote_picture_waits_for_a_click()
    {
        var mail = HtmlMail.Read("<p>Hello <img src='https://example.org/a.png' width=10></p>", null);

        Assert.That(mail.HasRemoteImages);
        Assert.That(mail.Clean, Does.Contain("data-remote-src=\"https://example.org/a.png\"").And.Not.Contain(" src="));
    }

    [Test]
    public void A_picture_of_the_mail_is_one_of_its_files()
    {
        var mail = MailReading.Read(Encoding.ASCII.GetBytes("From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>x<img src=\"cid:p%401\"></p>\n--b\nContent-Type: image/png; name=p.png\nContent-ID: <p@1>\nContent-Transfer-Encoding: base64\n\niVBORw==\n--b--\n"));

        Assert.That(mail.Html, Does.Contain("data-cid=\"p@1\""));
        Assert.That((mail.Files.Single().ContentId, mail.Files.Single().IsInline, mail.HasRemoteImages), Is.EqualTo(("p@1", true, false)));
    }

    [Test]
    public void A_picture_written_into_the_page_becomes_a_file()
    {
        var mail = HtmlMail.Read("<p>x<img src='data:image/png;base64,iVBORw=='><img src='data:image/svg+xml;base64,PHN2Zz4='></p>", null);

        Assert.That((mail.Images.Single().ContentType, mail.Images.Single().Size), Is.EqualTo(("image/png", 4L)));
        Assert.That(mail.Clean, Does.Contain($"data-cid=\"{mail.Images[0].ContentId}\"").And.Not.Contain("data:"));
    }

    [TestCase("<div>Thanks</div><div class=gmail_quote><div class=gmail_attr>On Mon, X &lt;x@example.org&gt; wrote:<br></div><blockquote class=gmail_quote>Old</blockquote></div>")]
    [TestCase("<p>Thanks</p><div class=moz-cite-prefix>Le 03/03/2025, X a écrit&nbsp;:<br></div><blockquote type=cite><p>Old</p></blockquote>")]
    [TestCase("<div>Thanks</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>Von:</b> X<br></div><div>Old</div>")]
    [TestCase("<div>Thanks</div><div class=yahoo_quoted><div>Il lunedì, X ha scritto:</div><div>Old</div></div>")]
    [TestCase("<div>Thanks</div><hr id=zwchr><b>De: </b>X<br>Old")]
    [TestCase("<div>Thanks</div><div class=protonmail_quote>X wrote:<br><blockquote class=protonmail_quote>Old</blockquote></div>")]
    [TestCase("<div dir=ltr>Thanks</div><br><blockquote type=cite><div>Am 03.03.2025 um 10:12 schrieb X:</div><br><div>Old</div></blockquote>")]
    [TestCase("<p class=MsoNormal>Thanks</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>De :</b> X &lt;x@example.org&gt; <br><b>Envoyé :</b> lundi 3 mars 2025 10:12<br><b>À :</b> Y<br><b>Objet :</b> Z</p></div><p class=MsoNormal>Old</p>")]
    [TestCase("<p>Thanks<br><br>03.03.2025, 10:12, \"X\" &lt;x@example.org&gt;:</p><blockquote>Old</blockquote>")]
    [TestCase("<div>Thanks</div>Пн, 3 мар 2025 10:12 +03:00 от X &lt;x@example.org&gt;:<br><blockquote style='border-left:1px solid #0857A6'>Old</blockquote>")]
    public void Earlier_mails_are_folded_whatever_program_wrote(string html)
    {
        var mail = HtmlMail.Read(html, null);

        Assert.That(mail.Text.Written, Is.EqualTo("Thanks"));
        Assert.That(mail.Text.Quoted, Does.EndWith("Old"));
        Assert.That(Shown(mail.Clean), Is.EqualTo("Thanks"));
    }

    [Test]
    public void An_answer_between_quotations_stays_in_the_page()
    {
        var mail = HtmlMail.Read("<div>On Mon, 3 Mar 2025 10:12, X &lt;x@example.org&gt; wrote:</div><blockquote type=cite>One?</blockquote><div>Yes</div><blockquote type=cite>Two?</blockquote><div>No</div>", null);

        Assert.That(mail.Text.Written, Is.EqualTo("> One?\nYes\n> Two?\nNo"));
        Assert.That(Shown(mail.Clean), Is.EqualTo("One?YesTwo?No"));
    }

    [Test]
    public void An_indent_is_no_quotation() => Assert.That(HtmlMail.Read("<p>Look:</p><blockquote>my error</blockquote><p>Thanks</p>", null).Text.Written, Does.Contain("my error"));

    [Test]
    public void Links_open_beside_the_console() =>
        Assert.That(HtmlMail.Read("<a href='https://example.org/'>x</a>", null).Clean, Does.Contain("rel=\"noopener noreferrer nofollow\"").And.Contain("target=\"_blank\""));

    /// <summary>The words that are left when what is marked as quoted is hidden.</summary>
    private static string Shown(string clean)
    {
        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(clean);
        foreach (var folded in page.QuerySelectorAll("[data-quoted]").ToList())
            folded.Remove();
        return string.Concat(page.Body!.TextContent.Where(letter => !char.IsWhiteSpace(letter)));
    }
}
