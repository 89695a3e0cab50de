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

export function hidePopoverById(id) {
  document.getElementById(id)?.hidePopover()
}
