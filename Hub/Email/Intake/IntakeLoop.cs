using SupportHub.Storage;

namespace SupportHub.Email.Intake;

/// <summary>Goes on with what was kept and not finished: after a crash, or because the journal was busy. What just came does not wait for it.</summary>
public sealed partial class IntakeLoop(MailIntake intake, MailSql mails, TimeProvider clock, ILogger<IntakeLoop> log) : BackgroundService
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = Rounds.Every(Look, clock);
        while (await rounds.Next(stoppingToken))
        {
            try
            {
                foreach (var mail in await mails.Unread(clock.NowMs(), AtOnce, stoppingToken))
                    await intake.Resume(mail, stoppingToken);
            }
            catch (Exception failure) when (Database.Failed(failure))
            {
                Log.Failed(log, failure.GetType().Name);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Mails that came in could not be read ({Failure}); tried again in a moment")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
