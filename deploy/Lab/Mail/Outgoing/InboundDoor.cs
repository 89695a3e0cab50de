using System.Net;
using System.Net.Http.Headers;

namespace SupportHub.Lab.Mail.Outgoing;

/// <summary>What the hub said to one mail.</summary>
public enum DoorAnswer
{
    /// <summary>It has the mail, from now or from before.</summary>
    Taken,

    /// <summary>It will never take it.</summary>
    TooLarge,

    /// <summary>It does not know our signature: the two were not given the same secret, or their clocks differ.</summary>
    NotTrusted,

    /// <summary>It is there, and asks for patience or has no door for mail.</summary>
    Later,

    /// <summary>It does not answer.</summary>
    Unreachable,
}

/// <summary>Brings mail to the hub as a mail service's inbound hook does: raw, over HTTP, and signed.</summary>
public sealed class InboundDoor(HttpClient http, Uri door, string secret, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Type = new("message/rfc822");

    public async Task<DoorAnswer> Bring(byte[] mail, CancellationToken stopping)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, door);
        request.Content = new ByteArrayContent(mail) { Headers = { ContentType = Type } };
        // So that a mail that is too large is refused before it is sent, and not by a connection that breaks in the middle of it.
        request.Headers.ExpectContinue = true;
        request.Headers.Add(InboundSignature.TimestampHeader, $"{timestamp}");
        request.Headers.Add(InboundSignature.SignatureHeader, InboundSignature.Of(secret, timestamp, mail));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
            return Answer(response.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !stopping.IsCancellationRequested)
        {
            return DoorAnswer.Unreachable;
        }
    }

    private static DoorAnswer Answer(HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => DoorAnswer.Taken,
        HttpStatusCode.Unauthorized => DoorAnswer.NotTrusted,
        HttpStatusCode.RequestEntityTooLarge => DoorAnswer.TooLarge,
        _ => DoorAnswer.Later,
    };
}
