/** A number as people write it in the three languages: 1.200, 1,200, 1 200, 1.5, 0,25. */
export const numberSource = String.raw`(?<![\p{L}\p{N}.,])\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|(?<![\p{L}\p{N}.,])\d+(?:[.,]\d+)?(?!\d)`

/**
 * Reads such a number. A single separator before exactly three digits groups thousands where the language writes it so;
 * where it does not, the other reading is possible and `isSure` is false.
 */
export function readNumber(raw: string, language: string): { readonly value: number; readonly isSure: boolean } {
  const text = raw.replace(/[\s\u00a0\u202f']/g, '')
  const separators = [...text.matchAll(/[.,]/g)]
  const last = separators.at(-1)
  if (last === undefined) return { value: Number(text), isSure: true }
  const isMixed = separators.some(([sign]) => sign !== last[0])
  const decimals = text.length - last.index - 1
  if (isMixed)
    return {
      value: Number(text.slice(0, last.index).replace(/[.,]/g, '') + '.' + text.slice(last.index + 1)),
      isSure: true,
    }
  const grouped = Number(text.replace(/[.,]/g, ''))
  if (separators.length > 1) return { value: grouped, isSure: true }
  const decimal = Number(text.replace(',', '.'))
  if (decimals !== 3 || text.startsWith('0')) return { value: decimal, isSure: true }
  const groups = language.startsWith('en') ? ',' : '.'
  if (last[0] === groups) return { value: grouped, isSure: true }
  // "1.234 kg" in English is a decimal; "1,200 unidades" is how Mexico and Peru write twelve hundred.
  return language.startsWith('en') ? { value: decimal, isSure: false } : { value: grouped, isSure: false }
}

const multipliers: Readonly<Record<string, number>> = {
  k: 1e3,
  mil: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  millon: 1e6,
  millones: 1e6,
  milhao: 1e6,
  milhoes: 1e6,
}
/** Words and letters that multiply the number before them; the letters only mean that beside money. */
export const multiplierSource = String.raw`(?:thousand|millions?|millon(?:es)?|milhao|milhoes|mil|mio|mn|mm|k|m)(?![\p{L}\p{N}])`
export const multiplierWordSource = String.raw`(?:thousand|millions?|millon(?:es)?|milhao|milhoes|mil)(?![\p{L}\p{N}])`
export const multiplierOf = (word: string | undefined): number =>
  word === undefined ? 1 : (multipliers[word.trim()] ?? 1)
