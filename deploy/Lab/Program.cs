using SupportHub.Lab;
using SupportHub.Startup;

try
{
    await using var lab = await WholeLab.Create(args);
    await lab.Start();
    Console.WriteLine($"""
        Sample website  {lab.At.Site}
        Console         {lab.At.Hub}
        Customers' mail {lab.At.Mail}
        Telephones      {lab.At.Phones}
        Sign in         {LabWorld.SignIn}
        Data            {lab.DataFolder}
        """);
    await lab.Ends();
    await lab.Stop();
    return 0;
}
catch (Exception failure) when (StartProblem.Sentence(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
