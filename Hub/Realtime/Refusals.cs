using Microsoft.AspNetCore.Http.HttpResults;
using SupportHub.Shared;

namespace SupportHub.Realtime;

internal static class Refusals
{
    public static JsonHttpResult<HttpRefusal> Json(int status, RefusalCode code, string title) =>
        TypedResults.Json(new HttpRefusal(code, title), statusCode: status);
}
