import { isDeepStrictEqual } from 'node:util'

import { LRUCache } from 'lru-cache'

import type { ComingNeed } from '@enlace/contracts'
import { inOrder, rankingLimit, readAsSystem, readAskedBy, type Database } from '@enlace/database'
import { blankNeed, merit, roomUnder, weightsFor, type AskedNeed, type NeedId } from '@enlace/domain'

import { findMatches, type Found, type Question } from './rank.ts'
import type { SupplierBook } from './supplier-book.ts'

export type Foresight = {
  /** Works out the list of a need that is about to be published, while it is being written. */
  readonly foresee: (coming: ComingNeed) => Promise<void>
  /** The list that was worked out for this very question to the suppliers as last levelled; null where none was. */
  readonly of: (question: Question) => Promise<Found | null>
}

type Foreseen = { readonly question: Question; readonly revision: number; readonly found: Found }

/** A need that was announced is asked for at once or never. */
const keptMs = 10_000
const keptLists = 50

const asked = [...(Object.keys(blankNeed) as (keyof AskedNeed)[]), 'id', 'version', 'excludes'] as const

const isSame = ({ need, ...one }: Question, { need: otherNeed, ...other }: Question): boolean =>
  isDeepStrictEqual(one, other) && asked.every((key) => isDeepStrictEqual(need[key], otherNeed[key]))

/**
 * Lists worked out ahead. A list follows from its question and the suppliers alone, so what was foreseen is the list where
 * both are the same, and is left where anything differs.
 */
export function openForesight(database: Database, suppliers: SupplierBook): Foresight {
  const lists = new LRUCache<NeedId, Promise<Foreseen | null>>({ max: keptLists, ttl: keptMs })

  const workOut = async ({ id, organisationId, version, content }: ComingNeed): Promise<Foreseen | null> => {
    const [by, index] = await inOrder([
      readAsSystem(database, (reader) => readAskedBy(reader, organisationId, content.governance)),
      suppliers.level(),
    ])
    if (by === null) return null
    const question: Question = {
      need: { id, version, excludes: by.excludes, ...content },
      weights: weightsFor(content.governance, by.weights),
      today: by.today,
      room: roomUnder(merit, rankingLimit),
      lines: by.lines,
    }
    return { question, revision: suppliers.revision(), found: findMatches({ suppliers, index }, question) }
  }
  return {
    foresee: async (coming) => {
      const list = workOut(coming)
      // Whoever asks meanwhile works it out alone.
      lists.set(
        coming.id,
        list.catch(() => null),
      )
      await list
    },
    of: async (question) => {
      const foreseen = await lists.get(question.need.id)
      if (foreseen?.revision !== suppliers.revision()) return null
      return isSame(foreseen.question, question) ? foreseen.found : null
    },
  }
}
