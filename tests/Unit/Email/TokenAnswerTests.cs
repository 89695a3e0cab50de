using NUnit.Framework;
using SupportHub.Email.Tokens;

namespace SupportHub.Unit.Email;

public sealed class TokenAnswerTests
{
    [Test]
    public void A_token_comes_with_its_time_and_perhaps_with_the_next_refresh_token()
    {
        Assert.That(TokenAnswer.Read("""{"token_type":"Bearer","access_token":"a","expires_in":3599,"refresh_token":"r"}"""), Is.EqualTo(new TokenAnswer("a", "r", 3599)));
        Assert.That(TokenAnswer.Read("""{"access_token":"a"}"""), Is.EqualTo(new TokenAnswer("a", null, 1800)));
        Assert.That(TokenAnswer.Read("""{"access_token":"a","expires_in":"3599"}""").Seconds, Is.EqualTo(3599), "as text");
    }

    [Test]
    public void A_refusal_is_told_in_one_line_in_the_services_own_words()
    {
        var failure = Assert.Throws<TokenFailure>(() => TokenAnswer.Read("""{"error":"invalid_grant","error_description":"AADSTS70000: The code has expired.\r\nTrace ID: 1"}"""))!;
        Assert.That((failure.Refused, failure.Message), Is.EqualTo((true, "invalid_grant: AADSTS70000: The code has expired. Trace ID: 1")));
        Assert.That(Assert.Throws<TokenFailure>(() => TokenAnswer.Read($$"""{"error":"{{new string('x', 1000)}}"}"""))!.Message, Has.Length.EqualTo(300));
    }

    [TestCase("<html>Not found</html>")]
    [TestCase("[]")]
    [TestCase("")]
    [TestCase("""{"access_token":7}""")]
    public void What_is_no_answer_is_no_refusal(string body) => Assert.That(Assert.Throws<TokenFailure>(() => TokenAnswer.Read(body))!.Refused, Is.False);
}
