using NUnit.Framework;
using SupportHub.Tests;
using SupportHub.Widget.Contracts;

namespace SupportHub.Unit.Shared;

public sealed class ContractsTests
{
    [Test]
    public void The_widgets_types_are_what_the_contracts_say()
    {
        var committed = File.ReadAllText(Path.Combine(Repository.Root, "Widget", "src", "contracts.ts")).ReplaceLineEndings("\n");

        Assert.That(committed, Is.EqualTo(new TypeScriptWriter().Write()), "Run: dotnet run --project Widget/Contracts");
    }

    [Test]
    public void Every_refusal_is_described_for_those_who_write_a_client()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "Shared", "PROTOCOL.md"));

        foreach (var code in Enum.GetValues<SupportHub.Shared.RefusalCode>())
            Assert.That(page, Does.Contain($"`{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString())}`"));
        foreach (var method in typeof(SupportHub.Shared.IVisitorHub).GetMethods().Concat(typeof(SupportHub.Shared.IAgentHub).GetMethods()))
            Assert.That(page, Does.Contain($"`{method.Name}").Or.Contain($", `{method.Name}("), method.Name);
    }
}
