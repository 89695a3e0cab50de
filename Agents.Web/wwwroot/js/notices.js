let audio
let unread = 0

// A browser lets a page make a sound only after it was touched once.
addEventListener('pointerdown', wake, { once: true })
addEventListener('keydown', wake, { once: true })

function wake() {
  audio ??= new AudioContext()
  audio.resume()
}

// Two soft notes for what is new, one for a message.
export function tone(kind) {
  if (!audio || audio.state !== 'running') return
  note(kind === 'offer' ? 659.25 : 587.33, 0)
  if (kind === 'offer') note(880, 0.14)
}

function note(frequency, after) {
  const at = audio.currentTime + after
  const sound = audio.createOscillator()
  const volume = audio.createGain()
  sound.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.09, at + 0.015)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4)
  sound.connect(volume).connect(audio.destination)
  sound.start(at)
  sound.stop(at + 0.42)
}

export function notify(title, text, address) {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted' || document.hasFocus()) return
  const notice = new Notification(title, { body: text.slice(0, 140), tag: address, icon: '/icon.svg', silent: true })
  notice.onclick = () => {
    focus()
    document.querySelector(`a[href="${address}"]`)?.click()
    notice.close()
  }
}

export function notifications() {
  return 'Notification' in globalThis ? Notification.permission : 'denied'
}

export async function allowNotifications() {
  return 'Notification' in globalThis ? await Notification.requestPermission() : 'denied'
}

export function badge(count) {
  if (count === unread) return
  unread = count
  document.title = count > 0 ? `(${count}) SupportHub` : 'SupportHub'
  if (count > 0) navigator.setAppBadge?.(count)?.catch(() => {})
  else navigator.clearAppBadge?.()?.catch(() => {})
}
