const patienceMs = 5_000

/** Scrolls down to where one was as soon as the page is that long; whoever moves before then is left alone. */
export function scrollWhenThere(y: number): void {
  if (y === 0) return
  const end = new AbortController()
  const { signal } = end
  const seen = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight - innerHeight < y) return
    scrollTo({ top: y, behavior: 'instant' })
    end.abort()
  })
  signal.addEventListener('abort', () => seen.disconnect())
  seen.observe(document.body)
  for (const moved of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    addEventListener(moved, () => end.abort(), { signal, passive: true })
  setTimeout(() => end.abort(), patienceMs)
}
