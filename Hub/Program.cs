using SupportHub;
using SupportHub.Startup;

try
{
    await HubHost.Create(args).RunAsync();
    return 0;
}
catch (Exception failure) when (StartProblem.Sentence(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
