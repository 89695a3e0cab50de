using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.NUnit;
using NUnit.Framework;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SupportHub.Tests.Architecture;

/// <summary>Dependencies point one way: Realtime, Email, Callbacks, Routing → Conversations → Storage.</summary>
public sealed class Arrows
{
    private const string Channels = @"^SupportHub\.(Realtime|Email|Callbacks|Routing)(\.|$)";
    private const string Sockets = @"^(Microsoft\.AspNetCore\.(SignalR|Http|Builder|Mvc|Routing|WebSockets|Connections)|StackExchange\.Redis|System\.Net)(\.|$)";

    private static readonly ArchUnitNET.Domain.Architecture Built = new ArchLoader()
        .LoadAssembly(typeof(HubHost).Assembly)
        .Build();

    [Test]
    public void Conversations_know_no_channel() => Never(@"^SupportHub\.Conversations(\.|$)", Channels);

    [Test]
    public void Conversations_know_no_socket() => Never(@"^SupportHub\.Conversations(\.|$)", Sockets);

    [TestCase("Conversations")]
    [TestCase("Realtime")]
    [TestCase("Routing")]
    [TestCase("Agents")]
    [TestCase("Sites")]
    public void Storage_knows_no_feature(string feature) => Never(@"^SupportHub\.Storage(\.|$)", $@"^SupportHub\.{feature}(\.|$)");

    [TestCase("Routing", "Realtime")]
    [TestCase("Attachments", "Realtime")]
    [TestCase("Email", "Realtime")]
    [TestCase("Callbacks", "Realtime")]
    [TestCase("Email", "Callbacks")]
    [TestCase("Callbacks", "Email")]
    public void A_channel_does_not_lean_on_another(string from, string to) => Never($@"^SupportHub\.{from}(\.|$)", $@"^SupportHub\.{to}(\.|$)");

    /// <summary>Each feature's entry in the table of contents (…Feature) is where it is put together with the host: it alone may name both.</summary>
    private static void Never(string from, string to) => Rule(from, to).Check(Built);

    private static IArchRule Rule(string from, string to) =>
        Types().That().ResideInNamespaceMatching(from).And().DoNotHaveNameEndingWith("Feature")
            .Should().NotDependOnAny(Types(includeReferenced: true).That().ResideInNamespaceMatching(to))
            .WithoutRequiringPositiveResults();

    [Test]
    public void The_rules_look_at_the_real_thing() =>
        Assert.That(Built.Types.Select(type => type.FullName), Does.Contain("SupportHub.Storage.Database"));

    [TestCase(Sockets)]
    [TestCase(@"^SupportHub\.Conversations(\.|$)")]
    public void What_leans_on_something_is_noticed(string to) =>
        Assert.That(Rule(@"^SupportHub\.Realtime(\.|$)", to).HasNoViolations(Built), Is.False);
}
