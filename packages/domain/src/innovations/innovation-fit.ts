import type { EntryId, InnovationId, NeedId, OrganisationId } from '../brand.ts'
import type { CategoryCode } from '../categories/category.ts'
import type { Theme } from '../challenges/challenge.ts'
import { capabilityText } from '../matches/criteria/capability-text.ts'
import { category } from '../matches/criteria/category.ts'
import { together } from '../matches/likeness.ts'
import type { Pair } from '../matches/pair.ts'
import { type Found, rounded, weigh } from '../matches/weigh.ts'
import { weightsFor } from '../matches/weights.ts'
import { blankPassport, type PassportContent } from '../passports/passport.ts'
import type { InnovationContent } from './innovation.ts'

/** What an innovation says, as one passport with one capability, so that it is weighed by what passports are weighed by. */
export const innovationAsPassport = (
  id: InnovationId,
  { title, problem, solution, language, categories, references }: InnovationContent,
): PassportContent => {
  const entryId = (part: string): EntryId => `${id} ${part}` as EntryId
  return {
    ...blankPassport,
    language,
    capabilities: [
      {
        ...{ id: entryId('text'), text: `${title}. ${problem}\n${solution}`, categories },
        ...{ capacity: null, leadTimeDays: null, minimumOrder: null },
      },
    ],
    references: references.map(({ text, customer, year }, index) => ({
      ...{ id: entryId(`reference ${index}`), text, customer, year, categories: [] },
      ...{ value: null, place: null, confirmedByCustomer: false },
    })),
  }
}

/** How an innovation meets one need: by words, and by category where both name one. */
export type PairFit = {
  readonly score: number
  /** The codes of the need and of the innovation that lie nearest to each other. */
  readonly category: { readonly scheme: CategoryCode['scheme']; readonly wanted: string; readonly own: string } | null
}

/** Weighs an innovation against a need by the words and the category alone: a need of the past asks for nothing else. */
export function pairFit(pair: Pair): PairFit {
  const found: Found[] = []
  for (const [id, criterion] of [
    ['capability-text', capabilityText],
    ['category', category],
  ] as const) {
    const finding = criterion(pair)
    if (finding !== null) found.push({ id, ...finding, score: finding.score === null ? null : rounded(finding.score) })
  }
  const { score } = weigh(found, false, weightsFor(pair.need.governance, null))
  const { scheme, wanted, own } = found.find(({ id }) => id === 'category')?.detail ?? {}
  return {
    score,
    category:
      typeof wanted === 'string' && typeof own === 'string'
        ? { scheme: scheme as CategoryCode['scheme'], wanted, own }
        : null,
  }
}

/** Below this an innovation and a need have too little in common to be told. */
export const leastFit = 0.1
/** So many of a buyer's needs are told as reasons, the best first. */
export const toldNeeds = 3
/** How much of what is open it closes that a buyer has challenges of the same theme. */
const themeShare = 0.15

/** Why an innovation fits one of a buyer's needs. */
export type NeedReason = {
  readonly needId: NeedId
  readonly title: string
  readonly language: string
  /** Whether the need still is open; the others are of the past. */
  readonly open: boolean
  readonly score: number
  /** Words of the innovation, as written, that the need says too. */
  readonly words: readonly string[]
  readonly category: PairFit['category']
}

/** An innovation with what of a buyer's own it meets. */
export type Shown = {
  readonly id: InnovationId
  readonly supplierId: OrganisationId
  readonly theme: Theme
  readonly publishedAt: string
  readonly needs: readonly NeedReason[]
}
export type Fitting<Item> = Item & {
  readonly score: number
  /** How many challenges of its theme the buyer has. */
  readonly themeCount: number
}

/** Innovations that fit what a buyer bought, asked for and works on, the best first; equal ones by age, the newest first. */
export function rankShowcase<Item extends Shown>(
  items: readonly Item[],
  themes: ReadonlyMap<Theme, number>,
  limit: number,
): readonly Fitting<Item>[] {
  return items
    .map((item) => {
      const needs = item.needs
        .toSorted((a, b) => b.score - a.score || (a.needId < b.needId ? -1 : 1))
        .slice(0, toldNeeds)
      const themeCount = themes.get(item.theme) ?? 0
      const byNeeds = together(needs.map(({ score }) => score))
      const score = rounded(1 - (1 - byNeeds) * (1 - (themeCount > 0 ? themeShare : 0)))
      return { ...item, needs, score, themeCount }
    })
    .filter(({ score }) => score > 0)
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        (a.publishedAt > b.publishedAt ? -1 : a.publishedAt < b.publishedAt ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, limit)
}
