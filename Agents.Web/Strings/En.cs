namespace SupportHub.AgentsWeb.Strings;

public sealed class En : Texts
{
    public override string Tag => "en";

    // Places
    public override string Conversations => "Conversations";
    public override string Settings => "Settings";
    public override string SearchLabel => "Search";
    public override string SignOut => "Sign out";
    public override string Menu => "More";
    public override string Close => "Close";
    public override string Cancel => "Cancel";
    public override string Back => "Back to the list";
    public override string Undo => "Undo";
    public override string You => "you";
    public override string YouCapital => "You";
    public override string Visitor => "Visitor";
    public override string NotFound => "There is no such page.";

    // Presence
    public override string Online => "Online";
    public override string Away => "Away";
    public override string Offline => "Offline";
    public override string OnlineMeans => "New conversations come to you";
    public override string AwayMeans => "You keep yours and get no new ones";
    public override string OfflineMeans => "Your day is over";
    public override string PresenceLabel => "Your presence";
    public override string NowPresence(string what) => $"You are now {what}.";
    public override string Chats(int load, int capacity) => $"{load} / {capacity} chats";
    public override string Finishing => "Finishing up";
    public override string FinishingMeans => "You finish yours, then are offline";
    public override string MissedOffers => "You were set away because two offers rang without an answer.";
    public override string IAmBack => "I am back";
    public override string Finished => "Your last chat has ended; you are offline.";
    public override string GoodEvening => "Have a good evening.";
    public override string GoodDay => "Have a good day.";
    public override string OnlineAgain => "Be online again";
    public override string WrappingUp => "Wrapping up";
    public override string WrapUpLeft(string time) => $"{time} left";
    public override string Ready => "Ready";
    public override string KeyReady => "End the wrap-up";

    // Lists
    public override string Mine => "Mine";
    public override string Queue => "Queue";
    public override string Others => "With colleagues";
    public override string Resolved => "Resolved";
    public override string QueueSummary(int count, string longest) => $"{count} · longest {longest}";
    public override string NoneMine => "No conversation yet. The next one arrives here.";
    public override string NoneMineAway => "You are away: nothing new comes to you.";
    public override string NoneMineOffline => "You are offline: nothing new comes to you.";
    public override string NoneQueue => "Nobody is waiting.";
    public override string Unread(int count) => count == 1 ? "1 unread message" : $"{count} unread messages";
    public override string WaitsFor => "waits for";
    public override string WaitsForTeam(string names) => $"waits for {names}";
    public override string NobodyHere => "nobody is here";
    public override string Told(int from, int to) => from == 0 ? $"told under {to} min" : from == to ? $"told {to} min" : $"told {from} to {to} min";
    public override string Or => "or";
    public override string WithAgent(string name) => $"with {name}";
    public override string Searching => "Searching…";
    public override string SearchPlaceholder => "Search resolved conversations";
    public override string NothingFound(string text) => $"Nothing for “{text}”. Try a name or a word of the message.";
    public override string NothingResolved => "Resolved conversations are found here.";
    public override string ShowMore => "Show more";
    public override string SearchFailed => "The search did not get through. Nothing is lost.";
    public override string NoneMineFinishing => "You are finishing up: nothing new comes to you.";
    public override string Place(int place) => place % 100 is 11 or 12 or 13 ? $"{place}th" : (place % 10) switch { 1 => $"{place}st", 2 => $"{place}nd", 3 => $"{place}rd", _ => $"{place}th" };
    public override string PlaceMeans(int place) => $"Place in the line: {place}";
    public override string Closed => "closed";
    public override string ClosedUntil(string when) => $"closed, opens {when}";
    public override string NobodyUntil(string when) => $"nobody is here, back {when}";
    public override string AtHour(string time) => $"at {time}";
    public override string TomorrowAt(string time) => $"tomorrow at {time}";
    public override string OnDayAt(string day, string time) => $"{day} at {time}";
    public override string OnDateAt(string date, string time) => $"{date} at {time}";
    public override string RingsAt => "rings at";

    // Offers
    public override string Offers => "Ringing at you";
    public override string OfferSaid(string name, string? topic, string waited) => $"{name} is ringing{(topic is null ? "" : $", {topic}")}, waiting for {waited}. A accepts, D declines.";
    public override string OfferLeft(int seconds) => seconds == 1 ? "1 second left" : $"{seconds} seconds left";
    public override string WaitsSince(string span) => $"waiting {span}";
    public override string OfferOver => "It rings no more: somebody else was asked.";
    public override string Accept => "Accept";
    public override string Decline => "Decline";
    public override string DeclineWhy => "Decline with a reason";
    public override string DeclineBusy => "Busy with another customer";
    public override string DeclineNotMine => "Not my subject";
    public override string DeclineLeaving => "About to leave";
    public override string DeclineOther => "Another reason, then ↵";

    // A conversation
    public override string PickTitle => "Choose a conversation";
    public override string PickText => "Yours and those waiting are on the left. Everything has a key, too.";
    public override string UnknownTitle => "This conversation can’t be found";
    public override string UnknownText => "It may have been erased, or the address is incomplete.";
    public override string Loading => "Loading…";
    public override string Earlier => "Earlier messages";
    public override string Beginning => "Start of the conversation";
    public override string NewMessages(int count) => count == 1 ? "1 new message" : $"{count} new messages";
    public override string ToEnd => "Jump to the end";
    public override string Typing(string name) => $"{name} is typing…";
    public override string NoteLabel => "Internal note";
    public override string Sent => "sent";
    public override string ReadMark => "read";
    public override string Sending => "sending…";
    public override string WaitingForNetwork => "goes out when the network is back";
    public override string NotSent => "Not sent";
    public override string Retry => "Try again";
    public override string Edit => "Edit";
    public override string TimelineLabel => "Messages";
    public override string Today => "Today";
    public override string Yesterday => "Yesterday";
    public override string Download => "Download";
    public override string NoPreview => "No preview available.";

    // What happened, in the timeline
    public override string EventQueued(string? topic) => topic is null ? "Waiting" : $"Waiting · {topic}";
    public override string EventWroteAgain => "Wrote again · waiting";
    public override string EventQueuedTransfer(string? topic) => topic is null ? "Waiting again" : $"Passed on to {topic} · waiting";
    public override string EventQueuedLost => "Waiting again, at the front of the line";
    public override string EventQueuedNotHere => "An answer is due: it goes to a colleague";
    public override string EventJoined(string name) => $"{name} joined";
    public override string EventJoinedYou => "You joined";
    public override string EventLeft(string name) => $"{name} left";
    public override string EventLeftTransfer(string name) => $"{name} passed the conversation on";
    public override string EventLeftLost(string name) => $"{name} can’t be reached any more";
    public override string EventLeftNotHere(string name) => $"{name} is not here";
    public override string EventResolved(string name) => $"Resolved by {name}";
    public override string EventResolvedVisitor => "The customer ended the conversation";
    public override string EventResolvedSystem => "Conversation resolved";
    public override string EventOutcome(string outcome) => $"Outcome: {outcome}";
    public override string EventNamed(string name) => $"Is called {name}";
    public override string EventEmail(string email) => $"E-mail: {email}";
    public override string EventNamedEmail(string name, string email) => $"Is called {name} · {email}";
    public override string EventTold(string text) => $"Told: {text}";
    public override string EventRated(int score) => $"Rated {score} out of 10";
    public override string EventOffered(string name) => $"Rang at {name}";
    public override string EventOfferedYou => "Rang at you";
    public override string EventDeclined(string name) => $"{name} declined";
    public override string EventDeclinedYou => "You declined";
    public override string EventUnanswered(string name) => $"{name} let it ring";
    public override string EventUnansweredYou => "It rang at you without an answer";
    public override string EventOfferAway(string name) => $"{name} went away while it rang";
    public override string EventOfferOver => "It stopped ringing";
    public override string EventWrittenUpYou => "You wrote it up";
    public override string EventWrittenUp(string name) => $"{name} wrote it up";
    public override string ToldHeading => "Told";
    public override string ToldFirst => "Told as the wait began";
    public override string ToldRefresh => "Told again, nothing changed";
    public override string ToldRenamed => "Told: somebody else will answer";
    public override string ToldLonger => "Told: it takes longer";
    public override string ToldAnsweredByOther => "Told: a colleague answers";
    public override string ToldAgentLost => "Told: the connection was lost";
    public override string ToldNobody => "Told: nobody is here";
    public override string ToldClosed => "Told: closed";
    public override string ToldTeam => "Told: who answers";
    public override string ToldFinishing => "Told: very soon";
    public override string ToldWrappingUp => "Told: right after the notes";

    // Outcomes
    public override string OutcomeSolved => "Solved";
    public override string OutcomeAnswered => "Question answered";
    public override string OutcomeRefunded => "Refunded";
    public override string OutcomePassedOn => "Passed on to another team";
    public override string OutcomeNoReply => "No reply any more";
    public override string OutcomeNotARequest => "Not a request";

    // Actions
    public override string Take => "Take";
    public override string Transfer => "Transfer";
    public override string Resolve => "Resolve";
    public override string TransferTitle(string name) => $"Transfer {name}";
    public override string ToColleague => "To a colleague";
    public override string ToTopic => "To a topic’s queue";
    public override string TransferReason => "Why?";
    public override string TransferReasonHint => "Only colleagues read this.";
    public override string TransferNeeds => "Choose to whom, and say why.";
    public override string NoColleague => "No colleague is online.";
    public override string Transferred => "The conversation was passed on.";
    public override string ResolveTitle(string name) => $"Resolve {name}";
    public override string ResolveOutcome => "How did it end?";
    public override string ResolveRemark => "Remark, for colleagues";
    public override string Optional => "optional";
    public override string ResolveNote => "The customer sees that it has ended, and can write again.";
    public override string ResolvedDone => "The conversation is resolved.";
    public override string MarkedBy(string name) => $"With {name}";
    public override string StatusWaiting => "waiting";
    public override string StatusResolved => "resolved";
    public override string ShowContext => "Show the context";

    // Composer
    public override string Reply => "Reply";
    public override string Note => "Note";
    public override string ReplyTo(string name) => $"Reply to {name}…";
    public override string NoteHint => "A note to colleagues. The customer never sees it.";
    public override string EnterSends => "send";
    public override string EnterNotes => "add note";
    public override string NewLine => "new line";
    public override string Replies => "replies";
    public override string Attach => "Attach a file";
    public override string SendLabel => "Send";
    public override string AddNote => "Add the note";
    public override string TakeToReply => "Take the conversation to reply.";
    public override string OthersToReply(string name) => $"{name} answers. You can leave a note.";
    public override string ResolvedToReply => "This conversation is resolved. You can leave a note.";
    public override string NoReplies => "No canned reply fits.";
    public override string RepliesLabel => "Canned replies";
    public override string Uploading => "uploading…";
    public override string UploadFailed(string name) => $"“{name}” could not be uploaded.";
    public override string UploadTooLarge(string name, string limit) => $"“{name}” is larger than {limit}.";
    public override string UploadLost(string name) => $"“{name}” was not sent: the page was left before it was uploaded. Please choose it again.";
    public override string GoesOutWhenThere => "Your message goes out when the file is there.";
    public override string MessageNotSent(string name) => $"“{name}” could not be uploaded. Your message is kept and was not sent.";
    public override string RemoveFile => "Remove the file";
    public override string DropHere => "Drop the file here";
    public override string TooLong => "characters too many";

    // Context
    public override string Context => "Context";
    public override string Customer => "Customer";
    public override string Name => "Name";
    public override string LocalTime => "Local time";
    public override string LanguageLabel => "Language";
    public override string Page => "Page";
    public override string BrowserLabel => "Browser";
    public override string Email => "E-mail";
    public override string Site => "Site";
    public override string OnPage => "On the page";
    public override string LeftPage => "Left the page";
    public override string Before => "Earlier";
    public override string NoneBefore => "This is the first conversation.";
    public override string NotTold => "not told";
    public override string ToldWho => "By";
    public override string ToldWait => "Wait";
    public override string ToldPlace => "Place";
    public override string ToldAt => "Told at";
    public override string Minutes(int from, int to) => from == 0 ? $"under {to} min" : from == to ? $"{to} min" : $"{from} to {to} min";
    public override string By(string time) => $"by {time}";

    // Command palette and keys
    public override string PaletteLabel => "Go to, or do…";
    public override string PaletteHint => "Name, action, setting…";
    public override string PaletteNone => "Nothing fits.";
    public override string GoTo => "Go to";
    public override string Actions => "Actions";
    public override string Appearance => "Appearance";
    public override string ThemeLight => "Light theme";
    public override string ThemeDark => "Dark theme";
    public override string ThemeSystem => "System theme";
    public override string LanguageFr => "Français";
    public override string LanguageEn => "English";
    public override string SoundOn => "Turn the sound on";
    public override string SoundOff => "Turn the sound off";
    public override string NotifyOn => "Turn notifications on";
    public override string NotifyOff => "Turn notifications off";
    public override string NotifyDenied => "The browser blocks notifications of this site.";
    public override string KeysTitle => "Keyboard shortcuts";
    public override string KeyNext => "Next, previous conversation";
    public override string KeyPalette => "Command palette";
    public override string KeyKeys => "All shortcuts";
    public override string KeySearch => "Search";
    public override string KeyEscape => "Go back, close";
    public override string KeySend => "Send";
    public override string KeyNewLine => "New line";
    public override string KeyCanned => "Canned replies";
    public override string KeyContext => "Show or hide the context";
    public override string KeysAll => "All shortcuts";
    public override string WaitingReport => "Waiting report";
    public override string KeyAccept => "Accept what rings, or take what is open";
    public override string KeyDecline => "Decline what rings";
    public override string AcceptWhom(string name) => $"Accept {name}";
    public override string DeclineWhom(string name) => $"Decline {name}";

    // Notices
    public override string Says(string name) => $"{name} wrote";
    public override string NewForYou(string name) => $"{name} is yours";
    public override string NewWaiting => "Somebody is waiting";
    public override string OfferFrom(string name) => $"{name} is ringing";

    // The line
    public override string LineDown => "No connection. What you write is kept and goes out when it is back.";
    public override string LineConnecting => "Connecting. What you write is kept.";
    public override string TryNow => "Try now";
    public override string SignedOutTitle => "You are signed out";
    public override string SignedOutText => "Your drafts and unsent messages are kept in this browser.";
    public override string SignInAgain => "Sign in";
    public override string OutdatedTitle => "A new version is ready";
    public override string OutdatedText => "Load the page again to go on. Your drafts are kept.";
    public override string Reload => "Reload";
    public override string NotDone => "That did not get through. Please try again in a moment.";

    // Refusals
    public override string RefusedUnknown => "This conversation no longer exists.";
    public override string RefusedTopic => "This topic no longer exists.";
    public override string RefusedAgent => "This person’s account is no longer active.";
    public override string RefusedAttachment => "The file is no longer available. Please attach it again.";
    public override string RefusedEmpty => "The message is empty.";
    public override string RefusedTooLong => "The text is too long.";
    public override string RefusedText => "The text has a character that can’t be stored.";
    public override string RefusedResolved => "The conversation is already resolved.";
    public override string RefusedNotWaiting => "Somebody else has taken it already.";
    public override string RefusedNotAssigned => "A colleague has this conversation.";
    public override string RefusedNotAllowed => "Your role does not allow this.";
    public override string RefusedTooFast => "That was a bit fast. Please try again in a moment.";
    public override string RefusedOther => "The server could not accept it.";
    public override string RefusedOfferOver => "It went to a colleague.";
}
