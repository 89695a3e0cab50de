using SupportHub;
using SupportHub.Lab;
using SupportHub.Lab.Mail;
using SupportHub.Startup;

try
{
    var lab = LabOptions.From(args).OnFreePorts();
    var hubAddress = new Uri($"http://localhost:{lab.HubPort}");
    // Another host name than the hub's, so that the widget runs across sites, as it does at a customer's.
    var siteAddress = new Uri($"http://127.0.0.1:{lab.SitePort}");
    var mailAddress = new Uri($"http://127.0.0.1:{lab.MailPort}");

    await using var hub = HubHost.Create(LabHub.Arguments(args, hubAddress), LabHub.Configure);
    var door = await new LabSeed(hub.Services).Plant(siteAddress, hubAddress, lab.SmtpPort);
    await using var site = SampleSite.Create(siteAddress, hubAddress);
    await using var mail = LabMail.Create(new LabMailSettings(mailAddress, lab.SmtpPort, new Uri(door.Url), door.Secret, Path.Combine(LabHub.Folder(hub), "mail"))
    {
        Addresses = [LabWorld.MailAddress, .. LabWorld.MailAliases.Select(a => a.Address)],
    });
    await hub.StartAsync();
    await site.StartAsync();
    await mail.StartAsync();

    Console.WriteLine($"""
        Sample website  {siteAddress}
        Console         {hubAddress}
        Customers' mail {mailAddress}
        Sign in         {LabWorld.SignIn}
        Data            {LabHub.Folder(hub)}
        """);
    await hub.WaitForShutdownAsync();
    await mail.StopAsync();
    await site.StopAsync();
    return 0;
}
catch (Exception failure) when (StartProblem.Sentence(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
