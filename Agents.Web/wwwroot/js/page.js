export function languages() {
  return [...(navigator.languages ?? [navigator.language ?? 'en'])]
}

export function speak(tag) {
  document.documentElement.lang = tag
}

export function theme(chosen) {
  document.documentElement.dataset.theme = chosen
}

export function isLookedAt() {
  return document.visibilityState === 'visible' && document.hasFocus()
}

export function focus(selector) {
  document.querySelector(selector)?.focus({ preventScroll: false })
}

export function isMac() {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

export function openDialog(dialog) {
  if (dialog.open) return
  const before = document.activeElement
  dialog.showModal()
  // Focus goes back to where it was; the composer is the better place when that is gone.
  dialog.addEventListener('close', () => (before?.isConnected ? before : document.querySelector('.composer textarea'))?.focus(), { once: true })
  // A click on the backdrop closes: its target is the dialog itself.
  dialog.onclick = event => { if (event.target === dialog) dialog.close() }
}

export function closeDialog(dialog) {
  if (dialog?.open) dialog.close()
}

// A menu that a key opens: the keyboard goes on inside, and what it is set to now is where it begins.
export function openMenu(menu) {
  if (!menu || menu.matches(':popover-open')) return
  menu.showPopover()
  const choices = [...menu.querySelectorAll('button')]
  ;(choices.find(choice => choice.ariaChecked === 'true') ?? choices[0])?.focus()
  menu.onkeydown = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    choices.at((choices.indexOf(document.activeElement) + step) % choices.length)?.focus()
  }
}

export function hidePopover(element) {
  if (element?.matches(':popover-open')) element.hidePopover()
}

// The network is back, or the laptop woke: don't sit out the rest of a wait. It is gone: don't wait until the connection notices.
export function onNetwork(dotnet) {
  const wake = () => { if (document.visibilityState === 'visible') dotnet.invokeMethodAsync('Wake') }
  addEventListener('online', wake)
  addEventListener('offline', () => dotnet.invokeMethodAsync('Lose'))
  addEventListener('focus', wake)
  document.addEventListener('visibilitychange', wake)
}

export function reload() {
  location.reload()
}

export function goTo(address) {
  location.assign(address)
}

export function reveal(element) {
  element?.scrollIntoView({ block: 'nearest' })
}

export function revealById(id) {
  document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
}
