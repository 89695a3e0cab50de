using SupportHub;
using SupportHub.Lab;
using SupportHub.Startup;

try
{
    var lab = LabOptions.From(args);
    var hubPort = LabOptions.Free(lab.HubPort);
    var hubAddress = new Uri($"http://localhost:{hubPort}");
    // Another host name than the hub's, so that the widget runs across sites, as it does at a customer's.
    var siteAddress = new Uri($"http://127.0.0.1:{LabOptions.Free(lab.SitePort, hubPort)}");

    await using var hub = HubHost.Create(LabHub.Arguments(args, hubAddress), LabHub.Configure);
    await new LabSeed(hub.Services).Plant(siteAddress);
    await using var site = SampleSite.Create(siteAddress, hubAddress);
    await hub.StartAsync();
    await site.StartAsync();

    Console.WriteLine($"""
        Sample website  {siteAddress}
        Console         {hubAddress}
        Sign in         {LabWorld.SignIn}
        Data            {LabHub.Folder(hub)}
        """);
    await hub.WaitForShutdownAsync();
    await site.StopAsync();
    return 0;
}
catch (Exception failure) when (StartProblem.Sentence(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
