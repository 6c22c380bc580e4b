import { isStopWord } from '../words/stop-words.ts'
import { fold, stem as stemOf } from '../words/word.ts'
import { categoryTree, type CategoryNode } from './category-tree.ts'
import { agricultureAndFoodKeywords } from './keywords/agriculture-and-food.ts'
import { businessServicesKeywords } from './keywords/business-services.ts'
import { chemicalsAndHealthKeywords } from './keywords/chemicals-and-health.ts'
import { computingKeywords } from './keywords/computing.ts'
import { constructionKeywords } from './keywords/construction.ts'
import { electricalAndElectronicsKeywords } from './keywords/electrical-and-electronics.ts'
import { energyAndMiningKeywords } from './keywords/energy-and-mining.ts'
import { environmentAndSafetyKeywords } from './keywords/environment-and-safety.ts'
import { furnishingAndLeisureKeywords } from './keywords/furnishing-and-leisure.ts'
import { machineryAndInstrumentsKeywords } from './keywords/machinery-and-instruments.ts'
import { textileAndClothingKeywords } from './keywords/textile-and-clothing.ts'
import { transportKeywords } from './keywords/transport.ts'

const languages = ['en', 'es', 'pt'] as const
type Language = (typeof languages)[number]

/** One keyword or label of a category: its stems, and how much it counts. */
export type Phrase = {
  readonly node: CategoryNode
  readonly text: string
  readonly stems: readonly string[]
  readonly language: Language
  /** 1 for a keyword, less for a word that only stands in a label. */
  readonly weight: number
}

export type KeywordIndex = {
  /** Every stem in alphabetical order, for prefix look-ups. */
  readonly stems: readonly string[]
  readonly phrasesOf: ReadonlyMap<string, readonly Phrase[]>
  /** How telling a stem is: the fewer categories use it, the more (natural logarithm). */
  readonly rarity: ReadonlyMap<string, number>
}

const labelWeight = 0.6
/** What is done to a thing says more about the purchase than the thing: "pump repair" is a repair. */
const actWeight = 1.7
const acts = `repair refurbish refurbishment maintenance overhaul install installation rental hire training course design inspection
  calibration cleaning transport recycling testing reparación mantención mantenimiento reacondicionamiento instalación montaje
  arriendo alquiler capacitación curso diseño inspección calibración limpieza transporte reciclaje ensayo reparação manutenção
  montagem instalação aluguer formação inspeção calibração limpeza reciclagem`

function keywordPhrases(): Phrase[] {
  const sectors = [
    agricultureAndFoodKeywords,
    businessServicesKeywords,
    chemicalsAndHealthKeywords,
    computingKeywords,
    constructionKeywords,
    electricalAndElectronicsKeywords,
    energyAndMiningKeywords,
    environmentAndSafetyKeywords,
    furnishingAndLeisureKeywords,
    machineryAndInstrumentsKeywords,
    textileAndClothingKeywords,
    transportKeywords,
  ]
  const phrases: Phrase[] = []
  for (const row of sectors.flatMap((rows) => rows.trim().split('\n'))) {
    const [digits = '', ...columns] = row.split('|')
    const node = categoryTree().get(digits)
    if (node === undefined) continue
    for (const [column, language] of languages.entries()) {
      for (const phrase of (columns[column] ?? '').split(',')) phrases.push(...phraseOf(node, phrase, language, 1))
    }
  }
  return phrases
}

/** The words of our own lists, which hold Latin letters only: a plain cut, since thousands are read before the first answer. */
const wordsIn = (text: string): readonly string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

function phraseOf(node: CategoryNode, text: string, language: Language, weight: number): Phrase[] {
  const stems = wordsIn(text)
    .filter((word) => !isStopWord(word))
    .map(stemOf)
  return stems.length === 0 ? [] : [{ node, text: text.trim(), stems: [...new Set(stems)], language, weight }]
}

/** A label counts word by word: "Pumps, compressors and hydraulics" is three things, not one phrase. */
const labelPhrases = (): Phrase[] =>
  [...categoryTree().values()].flatMap((node) =>
    (['en', 'es'] as const).flatMap((language) =>
      wordsIn(node[language]).flatMap((word) => phraseOf(node, word, language, labelWeight)),
    ),
  )

function buildIndex(): KeywordIndex {
  const phrasesOf = new Map<string, Phrase[]>()
  const digitsOf = new Map<string, Set<string>>()
  for (const phrase of [...keywordPhrases(), ...labelPhrases()]) {
    for (const stem of phrase.stems) {
      const list = phrasesOf.get(stem)
      if (list === undefined) phrasesOf.set(stem, [phrase])
      else list.push(phrase)
      const digits = digitsOf.get(stem) ?? new Set<string>()
      digitsOf.set(stem, digits.add(phrase.node.digits))
    }
  }
  const total = categoryTree().size
  const actStems = new Set(wordsIn(acts).map(stemOf))
  const rarityOf = (stem: string, uses: number): number =>
    Math.log(1 + total / uses) * (actStems.has(stem) ? actWeight : 1)
  const rarity = new Map([...digitsOf].map(([stem, digits]) => [stem, rarityOf(stem, digits.size)]))
  return { stems: [...phrasesOf.keys()].toSorted(), phrasesOf, rarity }
}

let index: KeywordIndex | undefined

/** The keywords of all categories, indexed on first use (some 50 ms) and kept. */
export const keywordIndex = (): KeywordIndex => (index ??= buildIndex())

/** The stems that begin with what was typed so far, in alphabetical order and at most `limit`. */
export function stemsWithPrefix(stems: readonly string[], prefix: string, limit: number): readonly string[] {
  let low = 0
  let high = stems.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stems[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  const found: string[] = []
  for (let at = low; found.length < limit; at += 1) {
    const stem = stems[at]
    if (stem === undefined || !stem.startsWith(prefix)) break
    found.push(stem)
  }
  return found
}
