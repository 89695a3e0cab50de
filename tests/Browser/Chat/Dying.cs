using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace SupportHub.Tests.Chat;

/// <summary>Nothing is lost, doubled or reordered: a server that dies.</summary>
public sealed class Dying : KilledLabTest
{
    [Test]
    public async Task A_server_that_dies_in_mid_chat_costs_nothing_but_a_moment()
    {
        var (claire, customer) = await Talk("Victor");
        await Running.Kill();
        await customer.Say("pendant la panne");
        await claire.Say("réponse pendant la panne");
        await Expect(customer.Panel.GetByText("Reconnexion… Rien n’est perdu.")).ToBeVisibleAsync();

        await Running.Again();

        await Expect(claire.Message("pendant la panne")).ToBeVisibleAsync();
        await Expect(customer.Message("réponse pendant la panne")).ToBeVisibleAsync();
        await Expect(customer.Panel.GetByText("Reconnexion…")).ToBeHiddenAsync();
        await Expect(customer.Bubbles).ToHaveCountAsync(3);
        await claire.Say("me revoilà");
        await Expect(customer.Message("me revoilà")).ToBeVisibleAsync();
    }
}
