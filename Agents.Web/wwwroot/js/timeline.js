// Stretches out of sight have guessed heights until they are looked at, so that the first jump may miss.
export function revealEntry(seq) {
  const entry = document.querySelector(`.line [data-seq="${Number(seq)}"]`)
  entry?.scrollIntoView({ block: 'center' })
  requestAnimationFrame(() => entry?.scrollIntoView({ block: 'center' }))
}

// Keeps the reader's place: at the end while at the end, at the same line when older ones come in above.
export function watchTimeline(scroller, dotnet) {
  const content = scroller.firstElementChild
  let atEnd = true
  let last = 0
  let held = null
  const resized = new ResizeObserver(() => { if (atEnd) toEnd() })
  resized.observe(content)
  resized.observe(scroller)

  const end = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < 48
  const toEnd = () => { scroller.scrollTop = scroller.scrollHeight }

  scroller.addEventListener('scroll', () => {
    const up = scroller.scrollTop < last
    last = scroller.scrollTop
    const now = end()
    // Only who scrolls up leaves the end. What was drawn, or took room from the view, since the last scroll does not take the reader away from it.
    if (atEnd && !now && !up) toEnd()
    else if (now !== atEnd) {
      atEnd = now
      dotnet.invokeMethodAsync('AtEnd', now)
    }
    if (scroller.scrollTop < 600) dotnet.invokeMethodAsync('NearTop')
  }, { passive: true })

  return {
    toEnd() {
      atEnd = true
      toEnd()
    },
    // Before older lines are drawn: which line is on top of the view, and where.
    holdPlace() {
      const top = scroller.getBoundingClientRect().top
      const line = [...scroller.querySelectorAll('[data-seq]')].find(e => e.getBoundingClientRect().bottom > top)
      held = line ? { line, at: line.getBoundingClientRect().top } : null
    },
    keepPlace() {
      if (held?.line.isConnected) scroller.scrollTop += held.line.getBoundingClientRect().top - held.at
      held = null
      if (atEnd) toEnd()
    },
    dispose() {
      resized.disconnect()
    },
  }
}
