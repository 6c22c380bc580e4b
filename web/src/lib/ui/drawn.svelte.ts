/**
 * How much of something long is drawn by now: the first pieces at once, one more in every frame after that, so that a
 * slow device goes on answering meanwhile. To be called while a component is made; `total` is asked again as it changes.
 */
export function drawnBy(first: number, total: () => number): () => number {
  let drawn = $state(first)
  $effect(() => {
    if (drawn >= total()) return
    const frame = requestAnimationFrame(() => (drawn += 1))
    return () => cancelAnimationFrame(frame)
  })
  return () => drawn
}
