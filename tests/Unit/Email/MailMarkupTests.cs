using AngleSharp.Html.Parser;
using CsCheck;
using NUnit.Framework;
using SupportHub.Email.Sending;

namespace SupportHub.Unit.Email;

/// <summary>The marks that agents type in a mail.</summary>
public sealed class MailMarkupTests
{
    [TestCase("It is **really** back.", "<p>It is <b>really</b> back.</p>")]
    [TestCase("*Maybe* _tomorrow_.", "<p><i>Maybe</i> <i>tomorrow</i>.</p>")]
    [TestCase("**See https://shop.example/a_b_c now**", "<p><b>See <a href=\"https://shop.example/a_b_c\">https://shop.example/a_b_c</a> now</b></p>")]
    [TestCase("[the guide](https://shop.example/?a=1&b=2)", "<p><a href=\"https://shop.example/?a=1&amp;b=2\">the guide</a></p>")]
    [TestCase("[no](javascript:alert(1))", "<p>[no](javascript:alert(1))</p>")]
    [TestCase("Please:\n- restart\n- wait **2** min\nThen write.", "<p>Please:</p><ul><li>restart</li><li>wait <b>2</b> min</li></ul><p>Then write.</p>")]
    [TestCase("1. First\n2. Second", "<ol><li>First</li><li>Second</li></ol>")]
    [TestCase("2 * 3 * 4 and snake_case_name and 5**2**3 **", "<p>2 * 3 * 4 and snake_case_name and 5<b>2</b>3 **</p>")]
    [TestCase("-- \nClaire\nShop", "<p>-- <br>Claire<br>Shop</p>")]
    [TestCase("<b>no</b> \"quoted\"", "<p>&lt;b&gt;no&lt;/b&gt; &quot;quoted&quot;</p>")]
    public void Marks_become_what_they_mean_and_everything_else_stays_text(string typed, string html) =>
        Assert.That(MailHtml.Marked(typed, "en"), Does.EndWith($"\">{html}</body></html>"));

    [Test]
    public void Whatever_is_typed_only_these_few_tags_come_of_it_and_no_word_is_lost() =>
        Gen.String[Gen.Char["ab *_[]()<>\"'&\n-1. :/\uE0000"], 0, 120].Select(s => s.Replace("ab", "https://x.example/", StringComparison.Ordinal)).Sample(typed =>
        {
            var page = new HtmlParser().ParseDocument(MailHtml.Marked(typed, "en"));
            Assert.That(page.Body!.QuerySelectorAll("*").Select(e => e.LocalName).Except(["p", "br", "b", "i", "ul", "ol", "li", "a"]), Is.Empty);
            Assert.That(page.QuerySelectorAll("a").All(a => a.GetAttribute("href")!.StartsWith("https://", StringComparison.Ordinal) && a.Attributes.Length == 1));
            Assert.That(typed.Count(c => c == 'b'), Is.LessThanOrEqualTo(page.Body.TextContent.Count(c => c == 'b') + page.QuerySelectorAll("a").Sum(a => a.GetAttribute("href")!.Count(c => c == 'b'))));
        }, iter: 2000);

    [Test]
    public void A_long_text_of_marks_is_written_at_once() =>
        Assert.That(() => MailHtml.Marked(string.Concat(Enumerable.Repeat("**a *b _c ", 800)), "en"), Throws.Nothing);
}
