using SupportHub.Lab.Phone.Network;

namespace SupportHub.Lab.Phone.Rest;

/// <summary>Twilio's Calls resource (https://www.twilio.com/docs/voice/api/call-resource): ordering, reading and ending calls.</summary>
public static class CallsApi
{
    public const string Root = "/2010-04-01";

    public static void MapCalls(this WebApplication app)
    {
        var calls = app.MapGroup($"{Root}/Accounts/{{account}}").AddEndpointFilter(SignedIn);
        calls.MapPost("/Calls.json", Create);
        calls.MapGet("/Calls.json", (HttpContext http, Exchange exchange) => Results.Json(CallJson.List(exchange.Calls, new CallQuery(http.Request))));
        calls.MapGet("/Calls/{sid}.json", (HttpContext http, Exchange exchange, string sid) => exchange.Find(sid) is { } call ? Results.Json(CallJson.One(call, CallQuery.Account(http))) : ApiErrors.NotFound(http));
        calls.MapPost("/Calls/{sid}.json", Update);
        app.MapFallback($"{Root}/{{**rest}}", ApiErrors.NotFound);
    }

    private static async Task<IResult> Create(HttpContext http, Exchange exchange, CallRunner runner, Faults faults, LabPhoneSettings settings)
    {
        if (faults.Orders == OrderFault.TooFast)
            return ApiErrors.TooFast(http);
        if (faults.Orders == OrderFault.Error)
            return ApiErrors.Broken();
        var (plan, fault) = CallOrders.Read(await http.Request.ReadFormAsync(), settings);
        if (plan is not { } order)
            return fault!;
        var call = exchange.Add(order.To, order.From, order.Plan, parent: null);
        runner.Start(call);
        return faults.Orders switch
        {
            OrderFault.ErrorAfterDialling => ApiErrors.Broken(),
            OrderFault.SilenceAfterDialling => await Silence(http),
            OrderFault.CutAfterDialling => Cut(http),
            _ => Results.Json(CallJson.One(call, settings.AccountSid), statusCode: StatusCodes.Status201Created),
        };
    }

    private static async Task<IResult> Update(HttpContext http, Exchange exchange, string sid)
    {
        if (exchange.Find(sid) is not { } call)
            return ApiErrors.NotFound(http);
        if (call.IsOver)
            return ApiErrors.Refused(21220, "Call is not in-progress. Cannot redirect.");
        var form = await http.Request.ReadFormAsync();
        if (form["Status"].ToString() is "completed" or "canceled")
            call.HangUp();
        else if (Uri.TryCreate(form["Url"], UriKind.Absolute, out var url))
            call.Redirect(url);
        else
            return ApiErrors.Refused(21218, "Neither a status nor an address.");
        return Results.Json(CallJson.One(call, CallQuery.Account(http)));
    }

    private static async ValueTask<object?> SignedIn(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var settings = http.RequestServices.GetRequiredService<LabPhoneSettings>();
        return BasicSignIn.IsGood(http.Request.Headers.Authorization, settings) && CallQuery.Account(http) == settings.AccountSid ? await next(context) : ApiErrors.NotSignedIn();
    }

    /// <summary>Until whoever asked gives up.</summary>
    private static async Task<IResult> Silence(HttpContext http)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return Results.Empty;
    }

    private static IResult Cut(HttpContext http)
    {
        http.Abort();
        return Results.Empty;
    }
}
