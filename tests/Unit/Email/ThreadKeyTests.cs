using CsCheck;
using NUnit.Framework;
using SupportHub.Conversations;
using SupportHub.Email.Threads;

namespace SupportHub.Unit.Email;

public sealed class ThreadKeyTests
{
    private static readonly ThreadKey Key = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private static readonly ThreadKey Other = new(new byte[32]);

    [Test]
    public void A_token_leads_back_to_its_conversation_in_any_case_and_knows_whose_it_is() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.String[Gen.Char.AlphaNumeric, 1, 30]).Sample((conversation, name) =>
        {
            var token = Key.Token(conversation, $"{name}@customer.example");
            Assert.That(token, Has.Length.EqualTo(36).And.Match("^[a-z2-7]+$"));
            Assert.That(Key.Read(token.ToUpperInvariant(), $"{name.ToUpperInvariant()}@Customer.example"), Is.EqualTo((conversation, true)));
            Assert.That(Key.Read(token, $"x{name}@customer.example"), Is.EqualTo((conversation, false)));
            Assert.That(Other.Read(token, $"{name}@customer.example"), Is.Null);
        });

    [Test]
    public void One_changed_letter_makes_it_nobodys()
    {
        var token = Key.Token(42, "marc@customer.example");
        for (var i = 0; i < 35; i++)
        {
            var changed = token[..i] + (token[i] == 'a' ? 'b' : 'a') + token[(i + 1)..];
            Assert.That(Key.Read(changed, "marc@customer.example"), Is.Null, changed);
        }
        Assert.That(Key.Read("", "a@b.example") ?? Key.Read("!!", "a@b.example") ?? Key.Read(new string('a', 5000), "a@b.example"), Is.Null);
    }

    [Test]
    public void A_message_id_is_the_same_each_time_and_known_again_wherever_it_comes_from() =>
        Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[1, 999_999_999], Gen.Enum<PostKind>()).Sample((conversation, seq, kind) =>
        {
            var id = Key.MessageId(conversation, seq, kind, "shop.example");
            Assert.That(id, Is.EqualTo(Key.MessageId(conversation, seq, kind, "shop.example")));
            Assert.That(Key.ReadMessageId(id), Is.EqualTo((conversation, seq)));
            Assert.That(Other.ReadMessageId(id), Is.Null);
        });

    [TestCase("")]
    [TestCase("2a.7.0.aaaaaaaaaaaaaaaa@shop.example")]
    [TestCase("anything@elsewhere.example")]
    public void What_we_did_not_issue_leads_nowhere(string id) => Assert.That(Key.ReadMessageId(id), Is.Null);
}
