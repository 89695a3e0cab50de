namespace SupportHub.AgentsWeb.Strings;

/// <summary>Every sentence of the console. A language that lacks one does not compile.</summary>
public abstract class Texts
{
    public abstract string Tag { get; }

    // Places
    public abstract string Conversations { get; }
    public abstract string Settings { get; }
    public abstract string SearchLabel { get; }
    public abstract string SignOut { get; }
    public abstract string Menu { get; }
    public abstract string Close { get; }
    public abstract string Cancel { get; }
    public abstract string Back { get; }
    public abstract string Undo { get; }
    public abstract string You { get; }
    public abstract string YouCapital { get; }
    public abstract string Visitor { get; }
    public abstract string NotFound { get; }

    // Presence
    public abstract string Online { get; }
    public abstract string Away { get; }
    public abstract string Offline { get; }
    public abstract string OnlineMeans { get; }
    public abstract string AwayMeans { get; }
    public abstract string OfflineMeans { get; }
    public abstract string PresenceLabel { get; }
    public abstract string NowPresence(string what);
    public abstract string Chats(int load, int capacity);
    public abstract string Finishing { get; }
    public abstract string FinishingMeans { get; }
    public abstract string MissedOffers { get; }
    public abstract string IAmBack { get; }
    public abstract string Finished { get; }
    public abstract string GoodEvening { get; }
    public abstract string GoodDay { get; }
    public abstract string OnlineAgain { get; }
    public abstract string WrappingUp { get; }
    public abstract string WrapUpLeft(string time);
    public abstract string Ready { get; }
    public abstract string KeyReady { get; }

    // Lists
    public abstract string Mine { get; }
    public abstract string Queue { get; }
    public abstract string Others { get; }
    public abstract string Resolved { get; }
    public abstract string QueueSummary(int count, string longest);
    public abstract string NoneMine { get; }
    public abstract string NoneMineAway { get; }
    public abstract string NoneMineOffline { get; }
    public abstract string NoneQueue { get; }
    public abstract string Unread(int count);
    public abstract string WaitsFor { get; }
    public abstract string WaitsForTeam(string names);
    public abstract string NobodyHere { get; }
    public abstract string Told(int from, int to);
    public abstract string Or { get; }
    public abstract string WithAgent(string name);
    public abstract string Searching { get; }
    public abstract string SearchPlaceholder { get; }
    public abstract string NothingFound(string text);
    public abstract string NothingResolved { get; }
    public abstract string ShowMore { get; }
    public abstract string SearchFailed { get; }
    public abstract string NoneMineFinishing { get; }
    public abstract string Place(int place);
    public abstract string PlaceMeans(int place);
    public abstract string Closed { get; }
    public abstract string ClosedUntil(string when);
    public abstract string NobodyUntil(string when);
    public abstract string AtHour(string time);
    public abstract string TomorrowAt(string time);
    public abstract string OnDayAt(string day, string time);
    public abstract string OnDateAt(string date, string time);
    public abstract string RingsAt { get; }

    // Offers
    public abstract string Offers { get; }
    public abstract string OfferSaid(string name, string? topic, string waited);
    public abstract string OfferLeft(int seconds);
    public abstract string WaitsSince(string span);
    public abstract string OfferOver { get; }
    public abstract string Accept { get; }
    public abstract string Decline { get; }
    public abstract string DeclineWhy { get; }
    public abstract string DeclineBusy { get; }
    public abstract string DeclineNotMine { get; }
    public abstract string DeclineLeaving { get; }
    public abstract string DeclineOther { get; }

    // A conversation
    public abstract string PickTitle { get; }
    public abstract string PickText { get; }
    public abstract string UnknownTitle { get; }
    public abstract string UnknownText { get; }
    public abstract string Loading { get; }
    public abstract string Earlier { get; }
    public abstract string Beginning { get; }
    public abstract string NewMessages(int count);
    public abstract string ToEnd { get; }
    public abstract string Typing(string name);
    public abstract string NoteLabel { get; }
    public abstract string Sent { get; }
    public abstract string ReadMark { get; }
    public abstract string Sending { get; }
    public abstract string WaitingForNetwork { get; }
    public abstract string NotSent { get; }
    public abstract string Retry { get; }
    public abstract string Edit { get; }
    public abstract string TimelineLabel { get; }
    public abstract string Today { get; }
    public abstract string Yesterday { get; }
    public abstract string Download { get; }
    public abstract string NoPreview { get; }

    // What happened, in the timeline
    public abstract string EventQueued(string? topic);
    public abstract string EventWroteAgain { get; }
    public abstract string EventQueuedTransfer(string? topic);
    public abstract string EventQueuedLost { get; }
    public abstract string EventQueuedNotHere { get; }
    public abstract string EventJoined(string name);
    public abstract string EventJoinedYou { get; }
    public abstract string EventLeft(string name);
    public abstract string EventLeftTransfer(string name);
    public abstract string EventLeftLost(string name);
    public abstract string EventLeftNotHere(string name);
    public abstract string EventResolved(string name);
    public abstract string EventResolvedVisitor { get; }
    public abstract string EventResolvedSystem { get; }
    public abstract string EventOutcome(string outcome);
    public abstract string EventNamed(string name);
    public abstract string EventEmail(string email);
    public abstract string EventNamedEmail(string name, string email);
    public abstract string EventTold(string text);
    public abstract string EventRated(int score);
    public abstract string EventOffered(string name);
    public abstract string EventOfferedYou { get; }
    public abstract string EventDeclined(string name);
    public abstract string EventDeclinedYou { get; }
    public abstract string EventUnanswered(string name);
    public abstract string EventUnansweredYou { get; }
    public abstract string EventOfferAway(string name);
    public abstract string EventOfferOver { get; }
    public abstract string EventWrittenUpYou { get; }
    public abstract string EventWrittenUp(string name);
    public abstract string ToldHeading { get; }
    public abstract string ToldFirst { get; }
    public abstract string ToldRefresh { get; }
    public abstract string ToldRenamed { get; }
    public abstract string ToldLonger { get; }
    public abstract string ToldAnsweredByOther { get; }
    public abstract string ToldAgentLost { get; }
    public abstract string ToldNobody { get; }
    public abstract string ToldClosed { get; }
    public abstract string ToldTeam { get; }
    public abstract string ToldFinishing { get; }
    public abstract string ToldWrappingUp { get; }

    // Outcomes
    public abstract string OutcomeSolved { get; }
    public abstract string OutcomeAnswered { get; }
    public abstract string OutcomeRefunded { get; }
    public abstract string OutcomePassedOn { get; }
    public abstract string OutcomeNoReply { get; }
    public abstract string OutcomeNotARequest { get; }

    // Actions
    public abstract string Take { get; }
    public abstract string Transfer { get; }
    public abstract string Resolve { get; }
    public abstract string TransferTitle(string name);
    public abstract string ToColleague { get; }
    public abstract string ToTopic { get; }
    public abstract string TransferReason { get; }
    public abstract string TransferReasonHint { get; }
    public abstract string TransferNeeds { get; }
    public abstract string NoColleague { get; }
    public abstract string Transferred { get; }
    public abstract string ResolveTitle(string name);
    public abstract string ResolveOutcome { get; }
    public abstract string ResolveRemark { get; }
    public abstract string Optional { get; }
    public abstract string ResolveNote { get; }
    public abstract string ResolvedDone { get; }
    public abstract string MarkedBy(string name);
    public abstract string StatusWaiting { get; }
    public abstract string StatusResolved { get; }
    public abstract string ShowContext { get; }

    // Composer
    public abstract string Reply { get; }
    public abstract string Note { get; }
    public abstract string ReplyTo(string name);
    public abstract string NoteHint { get; }
    public abstract string EnterSends { get; }
    public abstract string EnterNotes { get; }
    public abstract string NewLine { get; }
    public abstract string Replies { get; }
    public abstract string Attach { get; }
    public abstract string SendLabel { get; }
    public abstract string AddNote { get; }
    public abstract string TakeToReply { get; }
    public abstract string OthersToReply(string name);
    public abstract string ResolvedToReply { get; }
    public abstract string NoReplies { get; }
    public abstract string RepliesLabel { get; }
    public abstract string Uploading { get; }
    public abstract string UploadFailed(string name);
    public abstract string UploadTooLarge(string name, string limit);
    public abstract string UploadLost(string name);
    public abstract string GoesOutWhenThere { get; }
    public abstract string MessageNotSent(string name);
    public abstract string RemoveFile { get; }
    public abstract string DropHere { get; }
    public abstract string TooLong { get; }

    // Context
    public abstract string Context { get; }
    public abstract string Customer { get; }
    public abstract string Name { get; }
    public abstract string LocalTime { get; }
    public abstract string LanguageLabel { get; }
    public abstract string Page { get; }
    public abstract string BrowserLabel { get; }
    public abstract string Email { get; }
    public abstract string Site { get; }
    public abstract string OnPage { get; }
    public abstract string LeftPage { get; }
    public abstract string Before { get; }
    public abstract string NoneBefore { get; }
    public abstract string NotTold { get; }
    public abstract string ToldWho { get; }
    public abstract string ToldWait { get; }
    public abstract string ToldPlace { get; }
    public abstract string ToldAt { get; }
    public abstract string Minutes(int from, int to);
    public abstract string By(string time);

    // Command palette and keys
    public abstract string PaletteLabel { get; }
    public abstract string PaletteHint { get; }
    public abstract string PaletteNone { get; }
    public abstract string GoTo { get; }
    public abstract string Actions { get; }
    public abstract string Appearance { get; }
    public abstract string ThemeLight { get; }
    public abstract string ThemeDark { get; }
    public abstract string ThemeSystem { get; }
    public abstract string LanguageFr { get; }
    public abstract string LanguageEn { get; }
    public abstract string SoundOn { get; }
    public abstract string SoundOff { get; }
    public abstract string NotifyOn { get; }
    public abstract string NotifyOff { get; }
    public abstract string NotifyDenied { get; }
    public abstract string KeysTitle { get; }
    public abstract string KeyNext { get; }
    public abstract string KeyPalette { get; }
    public abstract string KeyKeys { get; }
    public abstract string KeySearch { get; }
    public abstract string KeyEscape { get; }
    public abstract string KeySend { get; }
    public abstract string KeyNewLine { get; }
    public abstract string KeyCanned { get; }
    public abstract string KeyContext { get; }
    public abstract string KeysAll { get; }
    public abstract string WaitingReport { get; }
    public abstract string KeyAccept { get; }
    public abstract string KeyDecline { get; }
    public abstract string AcceptWhom(string name);
    public abstract string DeclineWhom(string name);

    // Notices
    public abstract string Says(string name);
    public abstract string NewForYou(string name);
    public abstract string NewWaiting { get; }
    public abstract string OfferFrom(string name);

    // The line
    public abstract string LineDown { get; }
    public abstract string LineConnecting { get; }
    public abstract string TryNow { get; }
    public abstract string SignedOutTitle { get; }
    public abstract string SignedOutText { get; }
    public abstract string SignInAgain { get; }
    public abstract string OutdatedTitle { get; }
    public abstract string OutdatedText { get; }
    public abstract string Reload { get; }
    public abstract string NotDone { get; }

    // Refusals
    public abstract string RefusedUnknown { get; }
    public abstract string RefusedTopic { get; }
    public abstract string RefusedAgent { get; }
    public abstract string RefusedAttachment { get; }
    public abstract string RefusedEmpty { get; }
    public abstract string RefusedTooLong { get; }
    public abstract string RefusedText { get; }
    public abstract string RefusedResolved { get; }
    public abstract string RefusedNotWaiting { get; }
    public abstract string RefusedNotAssigned { get; }
    public abstract string RefusedNotAllowed { get; }
    public abstract string RefusedTooFast { get; }
    public abstract string RefusedOther { get; }
    public abstract string RefusedOfferOver { get; }
}
