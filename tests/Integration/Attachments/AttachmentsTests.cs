using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using SupportHub.Integration.Realtime;
using SupportHub.Tests;

namespace SupportHub.Integration.Attachments;

/// <summary>Files reach the people of the conversation and nobody else, and nothing in them runs.</summary>
public sealed class AttachmentsTests
{
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\x1a\n"u8, .. new byte[200]];
    private TestDatabase _database = null!;
    private InProcessHub _hub = null!;
    private HttpClient _http = null!;
    private RawSignalR _customer = null!;
    private string _token = "";
    private long _id;

    [SetUp]
    public async Task Start()
    {
        _database = await TestDatabase.Create(Engine.Sqlite);
        await World.Seed(_database, capacity: 1, "Claire");
        _hub = await InProcessHub.Start(_database, null, "--Limits:AttachmentBytes=100000");
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = _hub.Address };
        _token = await World.Token(_hub.Address);
        _customer = await World.Visitor(_hub.Address, _token);
        _id = (await _customer.Ask("Start", new { session = 5, body = "one" })).GetProperty("id").GetInt64();
    }

    [TearDown]
    public async Task End()
    {
        await _customer.DisposeAsync();
        _http.Dispose();
        await _hub.DisposeAsync();
        _database.Dispose();
    }

    [Test]
    public async Task A_picture_is_sent_seen_and_fetched_by_the_people_of_the_conversation()
    {
        var file = await Value(await Upload(Picture, "écran.png", _token));
        Assert.That((file.GetProperty("name").GetString(), file.GetProperty("type").GetString(), file.GetProperty("size").GetInt64()), Is.EqualTo(("écran.png", "image/png", (long)Picture.Length)));
        await using var claire = await World.Agent(_hub, 1);
        await claire.Next("Summary", s => s.GetProperty("status").GetString() == "assigned");
        await claire.Ask("Open", _id);
        await _customer.Ask("Send", new { conversation = _id, session = 5, number = 2, attachmentId = file.GetProperty("id").GetInt64() });
        var seen = await claire.Next("Entries", p => p.ToString().Contains("écran.png"));
        Assert.That(ChatTests.Kinds(seen), Is.EqualTo(new[] { "message" }));

        foreach (var (header, value) in new[] { ("Authorization", $"Bearer {_token}"), ("Cookie", World.Cookie(_hub, 1)) })
        {
            using var whole = await Get($"/api/attachments/{file.GetProperty("id")}", header, value);
            Assert.That(await whole.Content.ReadAsByteArrayAsync(), Is.EqualTo(Picture));
            Assert.That(whole.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(whole.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/octet-stream"));
            Assert.That(whole.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            using var preview = await Get($"/api/attachments/{file.GetProperty("id")}/preview", header, value);
            Assert.That(preview.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/png"));
            Assert.That(preview.Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("sandbox"));
        }
    }

    [Test]
    public async Task A_stranger_gets_nothing_and_can_leave_nothing()
    {
        var file = await Value(await Upload(Picture, "a.png", _token));
        var stranger = await World.Token(_hub.Address);

        Assert.That((await Upload(Picture, "b.png", stranger)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Upload(Picture, "b.png", "forged")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        foreach (var path in new[] { "", "/preview" })
            Assert.That((await Get($"/api/attachments/{file.GetProperty("id")}{path}", "Authorization", $"Bearer {stranger}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await using var other = await World.Visitor(_hub.Address, stranger);
        var theirs = (await other.Ask("Start", new { session = 1, body = "x" })).GetProperty("id").GetInt64();
        Assert.That(await other.Refused("Send", new { conversation = theirs, session = 1, number = 2, attachmentId = file.GetProperty("id").GetInt64() }), Is.EqualTo("unknown-attachment"));
    }

    [Test]
    public async Task An_agent_writes_only_with_the_token_against_forgery()
    {
        using var forged = Request(HttpMethod.Post, $"/api/conversations/{_id}/attachments", "Cookie", World.Cookie(_hub, 1));
        forged.Content = Form(Picture, "a.png");
        Assert.That((await _http.SendAsync(forged)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        var cookie = World.Cookie(_hub, 1);
        using var session = await Get("/api/session", "Cookie", cookie);
        var antiforgery = session.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        using var real = Request(HttpMethod.Post, $"/api/conversations/{_id}/attachments", "Cookie", $"{cookie}; {antiforgery}");
        real.Headers.Add("X-CSRF-TOKEN", (await session.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("antiforgeryToken").GetString());
        real.Content = Form(Picture, "a.png");
        Assert.That((await _http.SendAsync(real)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Too_large_nothing_and_no_form_are_refused_and_leave_nothing_behind()
    {
        Assert.That((await Upload(new byte[100_001], "big.bin", _token)).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((await Upload(new byte[900_000], "bigger.bin", _token)).StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        using var none = Request(HttpMethod.Post, $"/api/conversations/{_id}/attachments", "Authorization", $"Bearer {_token}");
        none.Content = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        Assert.That((await _http.SendAsync(none)).StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        var folder = Path.Combine(_database.Folder, "attachments");
        Assert.That(Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [], Is.Empty);
    }

    [Test]
    public async Task What_nobody_would_wait_for_is_refused_before_it_comes()
    {
        using var line = new TcpClient();
        await line.ConnectAsync(_hub.Address.Host, _hub.Address.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/conversations/{_id}/attachments HTTP/1.1\r\nHost: {_hub.Address.Authority}\r\nAuthorization: Bearer {_token}\r\n" +
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000000\r\n\r\n"));
        using var answer = new StreamReader(stream);
        Assert.That(await answer.ReadLineAsync().WaitAsync(LongEnough.Usually), Does.StartWith("HTTP/1.1 413"));
    }

    [Test]
    public async Task Both_sides_are_told_how_large_a_file_may_be()
    {
        await using var claire = await World.Agent(_hub, 1);
        foreach (var welcome in new[] { await _customer.Ask("Hello", new { version = 1, language = "en" }), await claire.Ask("Hello", new { version = 1 }) })
            Assert.That(welcome.GetProperty("attachmentBytes").GetInt64(), Is.EqualTo(100_000));
    }

    [Test]
    public async Task A_page_or_a_drawing_is_never_shown()
    {
        var file = await Value(await Upload("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "logo.png", _token));

        Assert.That((await Get($"/api/attachments/{file.GetProperty("id")}/preview", "Authorization", $"Bearer {_token}")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<HttpResponseMessage> Upload(byte[] content, string name, string token)
    {
        using var request = Request(HttpMethod.Post, $"/api/conversations/{_id}/attachments", "Authorization", $"Bearer {token}");
        request.Content = Form(content, name);
        return await _http.SendAsync(request);
    }

    private async Task<HttpResponseMessage> Get(string path, string header, string value)
    {
        using var request = Request(HttpMethod.Get, path, header, value);
        return await _http.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string header, string value)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    private static MultipartFormDataContent Form(byte[] content, string name)
    {
        var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(content), "file", name);
        return form;
    }

    private static async Task<JsonElement> Value(HttpResponseMessage answer) =>
        await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
}
