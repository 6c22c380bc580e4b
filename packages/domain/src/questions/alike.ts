import { fold } from '../text.ts'

/** Words that two questions share without being one: they carry the question, not what is asked. */
const carrying = new Set(
  `a an and are be by can could do does for from have how i if in is it many may much must of on or our shall should that the there this to us
  we what when where which will with would you your please
  al algun alguna como con cual cuales cuando cuanto cuantos de del desde donde el en entre es esta este hay la las lo los mas nos nuestra
  nuestro o para pero podemos por puede pueden que se ser si sobre su sus un una y favor`.split(/\s+/),
)

/** What a question is about: its words without accents, case and carrying words, each once. */
const askedWords = (text: string): ReadonlySet<string> =>
  new Set((fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !carrying.has(word)))

const numbersIn = (words: ReadonlySet<string>): string =>
  [...words]
    .filter((word) => /\p{N}/u.test(word))
    .toSorted()
    .join()

/** From this share of common words on, two questions are one. */
export const alikeFrom = 0.75

/**
 * How alike two questions are, 0..1: twice the words they share over the words of both (Dice), as a plural or a changed
 * ending counts as the same word. Questions with other numbers in them ask about other things, so they are never alike.
 */
export function questionLikeness(one: string, other: string): number {
  const [left, right] = [askedWords(one), askedWords(other)]
  if (numbersIn(left) !== numbersIn(right)) return 0
  // Questions of carrying words alone are the same only to the letter.
  if (left.size === 0 || right.size === 0) return fold(one) === fold(other) ? 1 : 0
  const stems = new Set([...right].map(stem))
  const shared = [...left].filter((word) => stems.has(stem(word))).length
  return (2 * shared) / (left.size + right.size)
}

/** A word without its plural, in English as in Spanish. */
const stem = (word: string): string => (word.length > 4 ? word.replace(/(es|s)$/u, '').replace(/[aeo]$/u, '') : word)

/** The question that asks the same as `text`, the one most alike; null where none does. */
export function findAlike<Asked extends { readonly text: string }>(
  text: string,
  asked: readonly Asked[],
): { readonly asked: Asked; readonly likeness: number } | null {
  let found: { readonly asked: Asked; readonly likeness: number } | null = null
  for (const one of asked) {
    const likely = questionLikeness(text, one.text)
    if (likely >= alikeFrom && likely > (found?.likeness ?? 0)) found = { asked: one, likeness: likely }
  }
  return found
}
