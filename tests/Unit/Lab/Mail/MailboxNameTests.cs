using CsCheck;
using NUnit.Framework;
using SupportHub.Lab.Mail.Mailboxes;

namespace SupportHub.Unit.Lab.Mail;

public sealed class MailboxNameTests
{
    [TestCase("Lucie@Exemple.example", "lucie@exemple.example")]
    [TestCase("rené+rhin@bücher.example", "rené+rhin@bücher.example")]
    [TestCase("\"../../etc\"@x.example", "%22..%2F..%2Fetc%22@x.example")]
    [TestCase("a:b*c?d\\e%f@x.example", "a%3Ab%2Ac%3Fd%5Ce%25f@x.example")]
    public void A_folder_is_named_after_its_address(string address, string folder) => Assert.That(MailboxName.TryFolder(address), Is.EqualTo(folder));

    [Test]
    public void No_two_addresses_share_a_folder_and_none_leaves_it() =>
        Gen.String[1, 60].Where(text => text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar)).Sample(local =>
        {
            var address = MailboxName.Normal($"{local}@x.example");
            return MailboxName.TryFolder(address) is not { } folder
                || (MailboxName.Address(folder) == address && !folder.Contains('/') && Path.GetFileName(folder) == folder);
        });

    [Test]
    public void A_name_that_no_file_system_takes_is_no_name() => Assert.That(MailboxName.TryFolder($"{new string('é', 130)}@x.example"), Is.Null);
}
