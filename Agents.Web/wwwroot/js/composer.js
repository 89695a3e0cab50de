import { read, write, remove } from './storage.js'
import { upload } from './uploads.js'

// The textarea belongs to this script: a key never waits for the page to be drawn. .NET hears of a text when it is sent, and of "/".
export function composer(root, dotnet, conversation, limit) {
  const area = root.querySelector('textarea')
  const files = root.querySelector('input[type=file]')
  const over = root.querySelector('.over')
  let key = null
  let saving = 0
  let typedAt = 0
  let slash = null
  let waved = false
  // Where the browser does not grow a textarea with its text by itself.
  const grows = CSS.supports('field-sizing', 'content')

  function changed() {
    const length = area.value.length
    root.toggleAttribute('data-filled', area.value.trim().length > 0)
    root.toggleAttribute('data-over', length > limit)
    if (!grows) {
      area.style.height = 'auto'
      area.style.height = `${area.scrollHeight}px`
    }
    if (over) over.dataset.by = length > limit ? String(length - limit) : ''
    clearTimeout(saving)
    saving = setTimeout(save, 120)
  }

  function save() {
    clearTimeout(saving)
    if (!key) return
    if (area.value) write(key, area.value)
    else remove(key)
  }

  function typed() {
    if (root.dataset.tab !== 'reply' || !area.value.trim() || area.value.startsWith('/')) return
    const now = performance.now()
    if (now - typedAt < 2500) return
    typedAt = now
    dotnet.invokeMethodAsync('Typed')
  }

  // "/" as the first character of a word, up to the caret, asks for canned replies.
  function look() {
    const word = /(^|\s)\/([^\s/]*)$/.exec(area.value.slice(0, area.selectionStart))
    const now = word ? word[2] : null
    // Escape holds for the word it was pressed in.
    waved &&= now !== null
    if (waved || now === slash) return
    slash = now
    dotnet.invokeMethodAsync('Slash', slash)
  }

  function send() {
    const text = area.value
    if (text.length > limit) return
    // Answered at once: true means that it is kept for sending, and only then the draft may go.
    save()
    if (!dotnet.invokeMethod('Submit', text)) return
    area.value = ''
    changed()
    save()
    typedAt = 0
  }

  // Puts a mark around what is selected, or takes it away; through the browser's own editing, so that it can be undone.
  function mark(sign) {
    area.focus()
    const { selectionStart: from, selectionEnd: to, value } = area
    const n = sign.length
    const chosen = value.slice(from, to)
    const around = value.slice(from - n, from) === sign && value.slice(to, to + n) === sign
    if (around) area.setSelectionRange(from - n, to + n)
    const text = around ? chosen : sign + chosen + sign
    if (!document.execCommand('insertText', false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    const start = around ? from - n : from + n
    area.setSelectionRange(start, start + chosen.length)
    changed()
  }

  area.addEventListener('input', () => { changed(); typed(); look() })
  area.addEventListener('click', look)
  area.addEventListener('blur', () => {
    save()
    if (slash === null) return
    slash = null
    dotnet.invokeMethodAsync('Slash', null)
  })
  // A click on a canned reply must not take the caret away first.
  root.addEventListener('mousedown', event => { if (event.target.closest('.canned')) event.preventDefault() })
  area.addEventListener('keydown', event => {
    if (event.isComposing) return
    if (slash !== null && ['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'].includes(event.key) && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      if (dotnet.invokeMethod('SlashKey', event.key)) {
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') {
          slash = null
          waved = true
        }
        return
      }
    }
    const sign = { b: '**', i: '*' }[event.key.toLowerCase()]
    if (sign && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && root.hasAttribute('data-mail')) {
      event.preventDefault()
      mark(sign)
      return
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault()
      send()
    }
  })
  const hide = () => { if (document.visibilityState === 'hidden') save() }
  addEventListener('pagehide', save)
  document.addEventListener('visibilitychange', hide)

  files.addEventListener('change', () => { for (const file of files.files) upload(conversation, file); files.value = '' })
  area.addEventListener('paste', event => {
    const pasted = [...(event.clipboardData?.files ?? [])]
    if (pasted.length === 0) return
    event.preventDefault()
    for (const file of pasted) upload(conversation, file)
  })
  const zone = root.closest('.talk') ?? root
  const carriesFiles = event => event.dataTransfer?.types.includes('Files')
  const dragOver = event => { if (carriesFiles(event)) { event.preventDefault(); zone.toggleAttribute('data-drop', true) } }
  const leave = event => { if (!zone.contains(event.relatedTarget)) zone.removeAttribute('data-drop') }
  const drop = event => {
    zone.removeAttribute('data-drop')
    if (!carriesFiles(event)) return
    event.preventDefault()
    for (const file of event.dataTransfer.files) upload(conversation, file)
  }
  zone.addEventListener('dragover', dragOver)
  zone.addEventListener('dragleave', leave)
  zone.addEventListener('drop', drop)

  return {
    load(next) {
      if (next === key) return
      // What was typed before this script was there belongs to the first draft, behind what was kept.
      const early = key === null ? area.value : ''
      save()
      key = next
      area.value = [read(key), early].filter(Boolean).join(' ')
      slash = null
      changed()
      area.setSelectionRange(area.value.length, area.value.length)
    },
    // Replaces the "/word" before the caret.
    complete(text) {
      const caret = area.selectionStart
      const before = area.value.slice(0, caret).replace(/\/[^\s/]*$/, '')
      area.value = before + text + area.value.slice(caret)
      area.setSelectionRange((before + text).length, (before + text).length)
      slash = null
      changed()
      area.focus()
    },
    insert(text) {
      area.focus()
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
      changed()
    },
    put(text) {
      area.value = area.value ? `${text}\n${area.value}` : text
      changed()
      area.focus()
    },
    slash() {
      area.focus()
      area.setRangeText(area.value && !/\s$/.test(area.value) ? ' /' : '/', area.selectionStart, area.selectionEnd, 'end')
      changed()
      look()
    },
    mark,
    pick() { files.click() },
    send,
    focus() { area.focus() },
    // Opened by a click or Enter on its row: go on by typing. Opened by J or K: leave the keys alone.
    focusFromList() { if (document.activeElement?.matches('a.row') && !matchMedia('(pointer: coarse)').matches) area.focus() },
    dispose() {
      save()
      removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', hide)
      zone.removeEventListener('dragover', dragOver)
      zone.removeEventListener('dragleave', leave)
      zone.removeEventListener('drop', drop)
    },
  }
}
