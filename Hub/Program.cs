await SupportHub.HubHost.Create(args).RunAsync();
