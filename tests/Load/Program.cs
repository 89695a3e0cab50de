using SupportHub.Load;
using SupportHub.Load.Waiting;

// The product beside the raw limit, in one run:   dotnet run -c Release --project tests/Load -- <relay|durable|rate|burst|idle|mails|calls|waiting> [options]
return args switch
{
    ["serve", "relay", ..] => await RelayServer.Run(args[2..]),
    ["serve", "hub", ..] => await HubServer.Run(args[2..]),
    ["relay", ..] => await Throughput.Relay(Options.Parse(args[1..])),
    ["durable", ..] => await Throughput.Durable(Options.Parse(args[1..])),
    ["rate", ..] => await Rate.Run(Options.Parse(args[1..], Rate.Usual)),
    ["idle", ..] => await Idle.Run(Options.Parse(args[1..])),
    ["burst", ..] => await Burst.Run(Options.Parse(args[1..])),
    ["mails", ..] => await Mails.Run(Options.Parse(args[1..])),
    ["calls", ..] => await Calls.Run(Options.Parse(args[1..])),
    ["waiting", ..] => WaitingReport.Run(WaitingOptions.Parse(args[1..])),
    _ => Options.Usage(),
};
