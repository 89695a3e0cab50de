// Answers whether it worked: without encryption a browser has no clipboard.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

export function selectAll(element) {
  getSelection()?.selectAllChildren(element)
}

// The first field that needs another look, or the top of the form.
export function focusFault(form) {
  requestAnimationFrame(() => (form?.querySelector('[aria-invalid=true]') ?? form?.querySelector('[role=alert]'))?.focus())
}

// At the caret, as if it had been typed: one step of undo, and the page hears of it.
export function insertText(id, text) {
  const field = document.getElementById(id)
  field?.focus()
  document.execCommand('insertText', false, text)
}

export function hidePopoverById(id) {
  document.getElementById(id)?.hidePopover()
}

// The names that the browser has for countries, in the reader's language.
export function countryNames(codes, language) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
  return codes.map(code => names.of(code) ?? code)
}
