import {
  inOrder,
  readNeed,
  readNeeds,
  readRankedBy,
  record,
  replaceInnovationFits,
  today,
  type InnovationFitRow,
  type NeedRow,
  type ShownInnovation,
} from '@enlace/database'
import { leastFit, pairFit, type InnovationId, type NeedId, type NeedState, type OrganisationId } from '@enlace/domain'
import { metWords, needQuery, noMeaning, type Asked, type SupplierIndex } from '@enlace/lexical'

import type { NeedBook } from '../matches/need-book.ts'
import type { Effect, Reaction } from '../reactions/reaction.ts'
import { asPassport, type InnovationBook } from './innovation-book.ts'

/** Needs that tell what their buyer buys: also those that are answered and closed, but none that was dropped. */
export const tellingStates: readonly NeedState[] = ['published', 'closed']
/** Needs, of all buyers, that one innovation is weighed against. */
const needsLimit = 400
/** Innovations that one need is weighed against, found by words and by category. */
const innovationLimits = { words: 200, neighbours: 100, meaning: 0 }
/** Words that are told as a reason. */
const toldWords = 6
/** Buyers told of a change in one event; those further down find it when they look. */
const toldLimit = 200

export type FitBooks = {
  /** Needs in the states that tell. */
  readonly needs: NeedBook
  readonly innovations: InnovationBook
}

/** Weighs an innovation against a need by what passports are weighed by; none where they have too little in common. */
function fitOf(
  index: SupplierIndex,
  need: NeedRow,
  asked: Asked,
  innovation: ShownInnovation,
  day: string,
): InnovationFitRow[] {
  const passport = asPassport(innovation)
  const { query } = asked
  const signals = index.signals(asked, passport)
  const { score, category } = pairFit({ need, passport, signals, today: day })
  if (score < leastFit) return []
  const text = [...passport.capabilities, ...passport.references].map((entry) => entry.text).join('\n')
  const words = metWords(text, passport.language, query.terms, (term) => index.words.rarity(term), toldWords)
  const { id: innovationId, version: innovationVersion } = innovation
  return [{ innovationId, innovationVersion, needId: need.id, needVersion: need.version, score, words, category }]
}

type Of = { readonly innovationId: InnovationId; readonly organisationId: OrganisationId }

/** Weighs an innovation against the needs of all buyers, open ones and those of the past. */
const fitInnovation =
  (books: FitBooks, { innovationId, organisationId }: Of, requestId: string | null): Effect =>
  async (tx) => {
    const [shown, market] = [await books.innovations.level(), await books.needs.level()]
    const innovation = shown.get(innovationId)
    const fits: InnovationFitRow[] = []
    if (innovation !== null) {
      const needs = await readNeeds(tx, market.retrieve(asPassport(innovation), needsLimit))
      const rankedBy = await readRankedBy(
        tx,
        needs.map((need) => need.id),
      )
      const day = await today(tx)
      for (const need of needs) {
        const query = needQuery(need, rankedBy.get(need.id)?.lines)
        const asked = { query, hits: new Map(), likeness: noMeaning.likeness }
        fits.push(...fitOf(shown.index, need, asked, innovation, day))
      }
    }
    const buyers = await replaceInnovationFits(tx, { innovationId }, fits)
    await record(
      tx,
      'innovation.matched',
      { innovationId, organisationId, buyers: buyers.slice(0, toldLimit) },
      { organisationId, requestId },
    )
  }

/** Weighs what is shown against one need that was published or changed, or forgets what was known of one that was dropped. */
const fitNeed =
  (books: FitBooks, needId: NeedId): Effect =>
  async (tx) => {
    const shown = await books.innovations.level()
    // Where nobody shows anything, no need has a fit to forget either: those of what is withdrawn went with it.
    if (shown.index.size === 0) return
    const [need, rankedBy, day] = await inOrder([readNeed(tx, needId), readRankedBy(tx, [needId]), today(tx)])
    const fits: InnovationFitRow[] = []
    if (need !== null && tellingStates.includes(need.state)) {
      const lines = rankedBy.get(needId)?.lines ?? []
      const asked = shown.index.retrieveCandidates(need, noMeaning, innovationLimits, lines)
      for (const id of asked.supplierIds) {
        const innovation = shown.get(id)
        if (innovation !== null) fits.push(...fitOf(shown.index, need, asked, innovation, day))
      }
    }
    await replaceInnovationFits(tx, { needId }, fits)
  }

/** Reacts to an innovation that is shown or withdrawn, and to a need that came, changed or was dropped. */
export const fitInnovations = (books: FitBooks): Reaction => ({
  derived: true,
  atOnce: (event) => {
    const payload = event.payload as Of | { readonly needId: NeedId }
    return 'innovationId' in payload ? fitInnovation(books, payload, event.requestId) : fitNeed(books, payload.needId)
  },
})
