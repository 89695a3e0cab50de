using NUnit.Framework;
using SupportHub.Realtime;
using SupportHub.Shared;

namespace SupportHub.Unit.Realtime;

public sealed class HubRulesTests
{
    [Test]
    public void Every_hub_method_has_a_row_and_every_row_a_method()
    {
        var methods = new[] { typeof(IVisitorHub), typeof(IAgentHub) }.SelectMany(hub => hub.GetMethods().Select(m => (hub, m.Name)));

        Assert.That(HubRules.Table.Keys, Is.EquivalentTo(methods));
    }

    [Test]
    public void What_a_hub_offers_on_the_wire_is_what_its_contract_says()
    {
        foreach (var (hub, contract) in new[] { (typeof(VisitorHub), typeof(IVisitorHub)), (typeof(AgentHub), typeof(IAgentHub)) })
        {
            var offered = hub.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
                .Select(m => m.Name)
                .Except(["OnConnectedAsync", "OnDisconnectedAsync"]);
            Assert.That(offered, Is.EquivalentTo(contract.GetMethods().Select(m => m.Name)));
        }
    }

    [Test]
    public void A_visitor_may_call_nothing_of_the_agents()
    {
        foreach (var method in typeof(IAgentHub).GetMethods())
            Assert.That(HubRules.May(typeof(IAgentHub), method.Name, Caller.Visitor), Is.False, method.Name);
    }
}
