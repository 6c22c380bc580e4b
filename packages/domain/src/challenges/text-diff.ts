export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** Words with the space behind them, so that all together are the text again. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|^\s+/g) ?? []

/**
 * What changed between two texts, word by word, with as much kept as can be (longest common subsequence). The parts that
 * are not added make the first text, those that are not removed the second.
 */
export function textDiff(before: string, after: string): DiffPart[] {
  const [from, to] = [wordsOf(before), wordsOf(after)]
  const width = to.length + 1
  // kept[i * width + j]: how many words the ends of both texts, from i and j on, have in common.
  const kept = new Uint16Array((from.length + 1) * width)
  const at = (i: number, j: number): number => kept[i * width + j] ?? 0
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      kept[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const parts: { kind: DiffPart['kind']; text: string }[] = []
  const say = (kind: DiffPart['kind'], text: string): void => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const [gone, come] = [from[i], to[j]]
    if (gone !== undefined && gone === come) {
      say('same', gone)
      i += 1
      j += 1
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      say('removed', gone)
      i += 1
    } else {
      say('added', come ?? '')
      j += 1
    }
  }
  return parts
}
