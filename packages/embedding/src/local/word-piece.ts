/** A text as the numbers of its word pieces, between the marks for its beginning and end; cut after `limit` pieces. */
export type WordPieces = (text: string) => readonly number[]

const longestWord = 100
const wordsAndMarks =
  /[\p{P}$+<=>^`|~]|[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff]|[^\s\p{P}$+<=>^`|~\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff]+/gu

/**
 * Reads words as BERT does: small letters without accents, and of each word the longest known beginning, again and again.
 * @throws Error where the vocabulary lacks its marks
 */
export function wordPieces(vocabulary: Readonly<Record<string, number>>, limit: number): WordPieces {
  const known = new Map(Object.entries(vocabulary))
  const mark = (name: string): number => {
    const number = known.get(name)
    if (number === undefined) throw new Error(`the vocabulary has no ${name}`)
    return number
  }
  const [begin, end, unknown] = [mark('[CLS]'), mark('[SEP]'), mark('[UNK]')]

  const piecesOf = (word: string): readonly number[] => {
    const letters = Array.from(word)
    if (letters.length > longestWord) return [unknown]
    const pieces: number[] = []
    for (let from = 0; from < letters.length;) {
      let to = letters.length
      const piece = (): number | undefined => known.get((from === 0 ? '' : '##') + letters.slice(from, to).join(''))
      while (to > from && piece() === undefined) to -= 1
      const number = to > from ? piece() : undefined
      if (number === undefined) return [unknown]
      pieces.push(number)
      from = to
    }
    return pieces
  }

  return (text) => {
    const plain = text
      .replace(/[\t\n\r]/g, ' ')
      .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
    const pieces: number[] = []
    for (const [word] of plain.matchAll(wordsAndMarks)) {
      pieces.push(...piecesOf(word))
      if (pieces.length >= limit - 2) break
    }
    return [begin, ...pieces.slice(0, limit - 2), end]
  }
}
