// Single letters work only where nobody types, and never below an open dialog.
const plain = new Set(['j', 'k', 'e', 't', 'n', 'r', 'a', 'd', 'f', 'i', 'm', 'p', 'w', 'c', '/', '?'])

export function listen(dotnet) {
  document.addEventListener('keydown', event => {
    const dialog = document.querySelector('dialog[open]')
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      dotnet.invokeMethodAsync('Press', 'palette')
      return
    }
    if (dialog || event.defaultPrevented || event.isComposing) return
    if (event.key === 'Escape') {
      if (document.querySelector(':popover-open')) return
      if (event.target.id === 'search') dotnet.invokeMethodAsync('Press', 'leave-search')
      if (typing(event.target)) event.target.blur()
      else dotnet.invokeMethodAsync('Press', 'Escape')
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    const key = event.key.length === 1 ? event.key.toLowerCase() : ''
    if (!plain.has(key)) return
    event.preventDefault()
    dotnet.invokeMethodAsync('Press', key)
  })
}

function typing(element) {
  return element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName)
}
