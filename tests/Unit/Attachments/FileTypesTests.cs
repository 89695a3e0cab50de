using System.Text;
using NUnit.Framework;
using SupportHub.Attachments;

namespace SupportHub.Unit.Attachments;

public sealed class FileTypesTests
{
    [Test]
    public void Finds_the_type_by_content()
    {
        Assert.That(FileTypes.Of([0x89, .. "PNG\r\n\x1a\n and more"u8]), Is.EqualTo("image/png"));
        Assert.That(FileTypes.Of([0xff, 0xd8, 0xff, 0xe0, 0, 0]), Is.EqualTo("image/jpeg"));
        Assert.That(FileTypes.Of("%PDF-1.7"u8), Is.EqualTo("application/pdf"));
        Assert.That(FileTypes.Of("d\u00e9j\u00e0 vu"u8), Is.EqualTo("text/plain"));
        Assert.That(FileTypes.Of([0, 1, 2, 3]), Is.EqualTo(FileTypes.Unknown));
    }

    [Test]
    public void A_page_or_a_drawing_with_script_is_never_shown()
    {
        foreach (var text in new[] { "<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>" })
            Assert.That(FileTypes.IsPicture(FileTypes.Of(Encoding.UTF8.GetBytes(text))), Is.False);
    }

    [Test]
    public void A_letter_cut_by_the_limit_is_still_text()
    {
        var text = Encoding.UTF8.GetBytes(new string('a', FileTypes.Needed - 1) + "é");

        Assert.That(FileTypes.Of(text.AsSpan(0, FileTypes.Needed)), Is.EqualTo("text/plain"));
    }

    [TestCase("../../etc/passwd", "passwd")]
    [TestCase("C:\\temp\\facture.pdf", "facture.pdf")]
    [TestCase("evil\u202etxt.exe", "eviltxt.exe")]
    [TestCase("\u0007", "file")]
    [TestCase(null, "file")]
    public void A_name_is_a_name_and_no_path(string? given, string expected) => Assert.That(FileNames.Clean(given), Is.EqualTo(expected));
}
