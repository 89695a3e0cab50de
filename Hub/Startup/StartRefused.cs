namespace SupportHub.Startup;

/// <summary>The server cannot start as it is set up. The message is the one sentence that its administrator needs.</summary>
public sealed class StartRefused(string sentence, Exception? cause = null) : Exception(sentence, cause);
