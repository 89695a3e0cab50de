// Files on their way up. The page outlives its composers, and what it sends outlives them too.
let keeper = null
const running = new Map()

export function keepUploads(dotnet) {
  keeper = dotnet
}

export async function upload(conversation, file) {
  const target = keeper.invokeMethod('Began', conversation, file.name, file.size)
  if (!target) return
  const { id, address, token } = target
  const stop = new AbortController()
  if (running.size === 0) addEventListener('beforeunload', ask)
  running.set(id, stop)
  let status = 0
  let stored = null
  try {
    const form = new FormData()
    form.append('file', file, file.name)
    const answer = await fetch(address, { method: 'POST', body: form, headers: { 'X-CSRF-TOKEN': token }, signal: stop.signal })
    status = answer.status
    stored = answer.ok ? await answer.text() : null
  } catch {
    // No answer, which status 0 says.
  }
  running.delete(id)
  if (running.size === 0) removeEventListener('beforeunload', ask)
  keeper.invokeMethod('Ended', conversation, id, status, stored)
}

export function stopUpload(id) {
  running.get(id)?.abort()
}

// The browser's own question, in its own words. Held only while a file is on its way, because it costs the quick way back to a page.
function ask(event) {
  event.preventDefault()
  event.returnValue = true
}
