using SupportHub;
using SupportHub.Lab;
using SupportHub.Lab.Mail;
using SupportHub.Lab.Phone;
using SupportHub.Startup;

try
{
    var lab = LabOptions.From(args).OnFreePorts();
    var hubAddress = new Uri($"http://localhost:{lab.HubPort}");
    // Another host name than the hub's, so that the widget runs across sites, as it does at a customer's.
    var siteAddress = new Uri($"http://127.0.0.1:{lab.SitePort}");
    var mailAddress = new Uri($"http://127.0.0.1:{lab.MailPort}");
    var phoneAddress = new Uri($"http://127.0.0.1:{lab.PhonePort}");

    await using var hub = HubHost.Create(LabHub.Arguments(args, hubAddress), LabHub.Configure);
    var door = await new LabSeed(hub.Services).Plant(siteAddress, hubAddress, lab.SmtpPort, phoneAddress);
    await using var site = SampleSite.Create(siteAddress, hubAddress);
    await using var mail = LabMail.Create(new LabMailSettings(mailAddress, lab.SmtpPort, new Uri(door.Url), door.Secret, Path.Combine(LabHub.Folder(hub), "mail"))
    {
        Addresses = [LabWorld.MailAddress, .. LabWorld.MailAliases.Select(a => a.Address)],
    });
    await using var phone = LabPhone.Create(new LabPhoneSettings(phoneAddress, LabWorld.PhoneAccount, LabWorld.PhoneToken) { Numbers = [LabWorld.CallsFrom], People = LabWorld.Telephones });
    await hub.StartAsync();
    await site.StartAsync();
    await mail.StartAsync();
    await phone.StartAsync();

    Console.WriteLine($"""
        Sample website  {siteAddress}
        Console         {hubAddress}
        Customers' mail {mailAddress}
        Telephones      {phoneAddress}
        Sign in         {LabWorld.SignIn}
        Data            {LabHub.Folder(hub)}
        """);
    await hub.WaitForShutdownAsync();
    await phone.StopAsync();
    await mail.StopAsync();
    await site.StopAsync();
    return 0;
}
catch (Exception failure) when (StartProblem.Sentence(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
