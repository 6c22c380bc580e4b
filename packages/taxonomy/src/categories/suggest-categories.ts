import type { CategoryCode } from '@enlace/domain'
import { fold, wordsOf, type Span, type Word } from '../words/word.ts'
import { isStopWord } from '../words/stop-words.ts'
import { parentCategory, type CategoryNode } from './category-tree.ts'
import { keywordIndex, stemsWithPrefix, type KeywordIndex, type Phrase } from './keyword-index.ts'

/** A category that a text may be about, and the words of the text that say so. */
export type CategorySuggestion = {
  readonly code: CategoryCode
  readonly label: string
  /** 0..1: 1 would mean that every telling word of the text speaks for this category. */
  readonly score: number
  readonly words: readonly Span[]
}

/** What the text says at one stem: the word, how much it counts, and whether it is still being typed. */
type Heard = { readonly word: Word; readonly stem: string; readonly weight: number }

const longestText = 20_000
const fullWeightWords = 14
const familyLetters = 6
/** A word said again is what the text is about: twice counts some 1.4 times. */
const repeatGain = 0.6
/** What reaches less than this share of the best suggestion is noise. */
const noiseShare = 0.2

/**
 * The categories a text in English, Spanish or Portuguese is about, best first and at most `limit`.
 * The last word counts while it is being typed (from three letters), so it can run at every key stroke.
 */
export function suggestCategories(text: string, language: string, limit = 8): readonly CategorySuggestion[] {
  const index = keywordIndex()
  const heard = hear(text.slice(0, longestText), index)
  if (heard.length === 0) return []
  const best = bestPerWord(heard, index, language)
  const possible = possibleScore(heard, index)
  const ranked = [...best.values()].map((found) => ({ ...found, total: totalScore(found, best) }))
  ranked.sort(
    (a, b) =>
      b.total - a.total || b.node.digits.length - a.node.digits.length || (a.node.digits < b.node.digits ? -1 : 1),
  )
  const floor = (ranked[0]?.total ?? 0) * noiseShare
  return ranked
    .filter(({ total }) => total >= floor)
    .slice(0, Math.max(0, limit))
    .map(({ node, total, words }) => ({
      code: node.code,
      label: language.startsWith('es') ? node.es : node.en,
      score: Math.min(1, Math.round((total / possible) * 100) / 100),
      words: [...words.values()]
        .map(({ word }) => ({ start: word.start, end: word.end, text: word.text }))
        .toSorted((a, b) => a.start - b.start),
    }))
}

function hear(text: string, index: KeywordIndex): readonly Heard[] {
  const heard = new Map<string, Heard>()
  const words = wordsOf(text).filter((word) => !isStopWord(word.text) && !/^\d+$/.test(word.text))
  const times = new Map<string, number>()
  for (const word of words) times.set(word.stem, (times.get(word.stem) ?? 0) + 1)
  const keep = (word: Word, stem: string, weight: number): void => {
    const known = heard.get(stem)
    if (known === undefined || known.weight < weight) heard.set(stem, { word, stem, weight })
  }
  for (const [position, word] of words.entries()) {
    const said = 1 + repeatGain * Math.log(times.get(word.stem) ?? 1)
    const early = said * (position < fullWeightWords ? 1 : fullWeightWords / (position + 1))
    if (index.phrasesOf.has(word.stem)) keep(word, word.stem, early)
    const isBeingTyped = word.end === text.length && word.text.length >= 3
    const prefix = fold(word.text)
    if (isBeingTyped)
      for (const stem of stemsWithPrefix(index.stems, prefix, 24))
        keep(word, stem, early * (0.5 + (0.5 * prefix.length) / Math.max(prefix.length, stem.length)))
    else if (!index.phrasesOf.has(word.stem) && prefix.length > familyLetters) {
      for (const stem of stemsWithPrefix(index.stems, prefix.slice(0, familyLetters), 12)) keep(word, stem, early * 0.4)
    }
  }
  return [...heard.values()]
}

type Found = {
  readonly node: CategoryNode
  readonly words: Map<number, { readonly word: Word; readonly score: number }>
}

/** For each category and each word of the text the best phrase counts, so that synonyms do not add up. */
function bestPerWord(heard: readonly Heard[], index: KeywordIndex, language: string): ReadonlyMap<string, Found> {
  const byStem = new Map(heard.map((one) => [one.stem, one]))
  const best = new Map<string, Found>()
  const seen = new Set<Phrase>()
  for (const { stem } of heard) {
    for (const phrase of index.phrasesOf.get(stem) ?? []) {
      if (seen.has(phrase)) continue
      seen.add(phrase)
      addPhrase(phrase, byStem, index, language, best)
    }
  }
  return best
}

function addPhrase(
  phrase: Phrase,
  byStem: ReadonlyMap<string, Heard>,
  index: KeywordIndex,
  language: string,
  best: Map<string, Found>,
): void {
  let matched = 0
  let whole = 0
  for (const stem of phrase.stems) {
    const rarity = index.rarity.get(stem) ?? 0
    whole += rarity
    matched += (byStem.get(stem)?.weight ?? 0) > 0 ? rarity : 0
  }
  const share = matched / whole
  if (share < 0.4) return
  const ownLanguage = language.startsWith(phrase.language) ? 1.1 : 1
  const found = best.get(phrase.node.digits) ?? { node: phrase.node, words: new Map() }
  best.set(phrase.node.digits, found)
  // A whole phrase of several words tells more than its words alone.
  const together = share === 1 && phrase.stems.length > 1 ? 1.35 : 1
  for (const stem of phrase.stems) {
    const one = byStem.get(stem)
    if (one === undefined) continue
    const score = (index.rarity.get(stem) ?? 0) * one.weight * phrase.weight * share * share * ownLanguage * together
    const known = found.words.get(one.word.start)
    if (known === undefined || known.score < score) found.words.set(one.word.start, { word: one.word, score })
  }
}

/** A category gains a little when the one above it is spoken of too: "food" lifts "flour". */
function totalScore(found: Found, best: ReadonlyMap<string, Found>): number {
  let total = 0
  for (const { score } of found.words.values()) total += score
  for (let above = parentCategory(found.node), share = 0.3; above !== null; above = parentCategory(above), share /= 2) {
    for (const [start, { score }] of best.get(above.digits)?.words ?? [])
      if (!found.words.has(start)) total += share * score
  }
  return total
}

const possibleScore = (heard: readonly Heard[], index: KeywordIndex): number => {
  const perWord = new Map<number, number>()
  for (const { word, stem, weight } of heard) {
    perWord.set(word.start, Math.max(perWord.get(word.start) ?? 0, (index.rarity.get(stem) ?? 0) * weight * 1.1))
  }
  return [...perWord.values()].reduce((sum, score) => sum + score, 0)
}
