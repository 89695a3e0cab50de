// The browser's storage may be full or forbidden; the page then goes on with what it holds in memory.
export function read(key) {
  try { return localStorage.getItem(key) } catch { return null }
}

export function write(key, text) {
  try { localStorage.setItem(key, text) } catch { /* see above */ }
}

export function remove(key) {
  try { localStorage.removeItem(key) } catch { /* see above */ }
}

// For the next page of this tab alone.
export function readTab(key) {
  try { return sessionStorage.getItem(key) } catch { return null }
}

export function writeTab(key, text) {
  try { sessionStorage.setItem(key, text) } catch { /* see above */ }
}

// Each tab holds a lock with its own name for as long as it lives. The browser gives it up when the tab closes or crashes.
export function hold(name) {
  navigator.locks?.request(name, () => new Promise(() => {}))
}

// Takes over what tabs that are gone left. Written under our key before theirs goes, so that a crash in between loses nothing.
export async function adopt(prefix, own) {
  if (!navigator.locks) return []
  const left = []
  for (const key of keys(prefix)) {
    if (key === own) continue
    await navigator.locks.request(key, { ifAvailable: true }, lock => {
      const text = lock && read(key)
      if (!text) return
      const ours = JSON.parse(read(own) ?? '[]')
      write(own, JSON.stringify([...parse(text), ...ours]))
      remove(key)
      left.push(text)
    })
  }
  return left
}

function parse(text) {
  try { return JSON.parse(text) } catch { return [] }
}

function keys(prefix) {
  try { return Object.keys(localStorage).filter(key => key.startsWith(prefix)).sort() } catch { return [] }
}
