import { blankNeed, type NeedContent, type NeedKind } from '../needs/need.ts'
import type { InnovationContent } from './innovation.ts'

/**
 * What a buyer begins a need or a challenge with that an innovation gave it: the problem alone, open to all. Neither who
 * has the solution nor how it works stands in it.
 */
export const needFromInnovation = (
  kind: NeedKind,
  { title, problem, language, categories }: InnovationContent,
): NeedContent => ({
  ...blankNeed,
  kind,
  title: kind === 'challenge' ? firstSentence(problem) : title,
  text: problem,
  language,
  categories,
  governance: kind === 'challenge' ? 'open-challenge' : 'buyer-driven',
})

const longestTitle = 120

/** A problem's first sentence, cut at a word where it is too long for a title. */
function firstSentence(text: string): string {
  const sentence = (text.trim().split(/(?<=[.!?])\s+|\n/)[0] ?? '').replace(/[.]$/, '')
  if (sentence.length <= longestTitle) return sentence
  return `${sentence.slice(0, longestTitle - 1).replace(/\s+\S*$/, '')}…`
}
