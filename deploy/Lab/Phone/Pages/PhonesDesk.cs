using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Pages;

/// <summary>Shows the phones and does with them what somebody wants, for one request.</summary>
public sealed class PhonesDesk(Exchange exchange, Faults faults, Webhooks webhooks, TimeProvider time, IHttpContextAccessor current)
{
    private readonly HttpContext _http = current.HttpContext!;

    public RazorComponentResult Page(bool wrongNumber = false)
    {
        var calls = exchange.Calls;
        var view = new PhonesView(
            PhoneWords.For(_http.Request.Headers.AcceptLanguage.ToString()),
            [.. exchange.Handsets.Select(handset => new HandsetView(handset, exchange.On(handset.Number), calls.LastOrDefault(call => call.To == handset.Number && call.IsOver)))],
            faults, webhooks.Troubles, wrongNumber, time.GetLocalNow());
        return new RazorComponentResult<PhonesPage>(new { View = view }) { StatusCode = wrongNumber ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }

    public async Task<IResult> Add()
    {
        var number = string.Concat((await _http.Request.ReadFormAsync())["number"].ToString().Where(c => c == '+' || char.IsAsciiDigit(c)));
        if (!E164.IsNumber(number))
            return Page(wrongNumber: true);
        exchange.Handset(number);
        return Changed();
    }

    /// <summary>The form names the call that was on the page: what was meant for another one is not done to this one.</summary>
    public async Task<IResult> Do(string number, string act)
    {
        if (!E164.IsNumber(number))
            return Results.NotFound();
        var form = await _http.Request.ReadFormAsync();
        if (act == "habit")
        {
            if (Enum.TryParse<Habit>(form["habit"], out var habit) && Enum.IsDefined(habit))
                exchange.Handset(number).Habit = habit;
            return Changed();
        }
        if (exchange.On(number) is { } call && call.Sid == form["call"])
            Do(call, act, form["key"].ToString());
        return Changed();
    }

    public async Task<IResult> SetFaults()
    {
        var form = await _http.Request.ReadFormAsync();
        if (Enum.TryParse<OrderFault>(form["orders"], out var orders) && Enum.IsDefined(orders))
            faults.Orders = orders;
        if (Enum.TryParse<ReportFault>(form["reports"], out var reports) && Enum.IsDefined(reports))
            faults.Reports = reports;
        return Changed();
    }

    private static void Do(Call call, string act, string key)
    {
        switch (act)
        {
            case "pick-up":
                call.Pick(Pickup.ByPerson);
                break;
            case "decline":
                call.Pick(Pickup.Declined);
                break;
            case "voicemail":
                call.Pick(Pickup.Voicemail);
                break;
            case "hang-up" when call.Status == "in-progress":
                call.HangUp();
                break;
            case "key" when key is [var one] && "0123456789*#".Contains(one):
                call.Keys.Writer.TryWrite(one);
                break;
        }
    }

    private IResult Changed()
    {
        exchange.News.Tell();
        return new SeeOther();
    }

    /// <summary>303: the browser asks for the page with a GET.</summary>
    private sealed class SeeOther : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = "/";
            return Task.CompletedTask;
        }
    }
}
