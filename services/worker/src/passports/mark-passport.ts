import {
  asSystem,
  keepPrints,
  keepSigns,
  readForMarking,
  readUnmarked,
  record,
  type Database,
  type Transaction,
  type UnmarkedPassport,
} from '@enlace/database'
import { copiedEntries, printedEntries, type OrganisationId } from '@enlace/domain'
import { habitsOf, isSpoken, passportEntries } from '@enlace/lexical'

import { noEffect, type Reaction } from '../reactions/reaction.ts'

/** Passports that are looked over in one transaction. */
const sliceSize = 100

async function mark(tx: Transaction, passport: UnmarkedPassport, requestId: string | null): Promise<void> {
  const { organisationId, version, content } = passport
  const prints = printedEntries(content).map(({ print }) => print)
  const { saidFirst, from } = await keepPrints(tx, organisationId, prints)
  const texts = passportEntries(content).map(({ text }) => text)
  const { words, distinct } = habitsOf(texts.join(' '))
  const changed = await keepSigns(tx, passport, {
    words,
    longest: Math.max(0, ...texts.map((text) => habitsOf(text).words)),
    repeated: words === 0 ? 0 : 1 - distinct,
    shared: prints.length === 0 ? 0 : prints.filter((print) => saidFirst.has(print)).length / prints.length,
    stuffed: texts.some((text) => !isSpoken(text, content.language)),
    copied: copiedEntries(content, saidFirst),
    copiedFrom: from,
  })
  if (changed) await record(tx, 'passport.marked', { organisationId, version }, { organisationId, requestId })
}

/**
 * Looks a published passport over for signs that it was written to be found rather than read. What it copied from
 * others stops counting, and it is ranked again; all else is for the platform's people to judge.
 */
export const markPassport = (database: Database): Reaction => ({
  prepare: async (event) => {
    if (event.name === 'passports.imported') {
      for (;;) {
        const done = await asSystem(database, async (tx) => {
          const passports = await readUnmarked(tx, sliceSize)
          for (const passport of passports) await mark(tx, passport, event.requestId)
          return passports.length
        })
        if (done < sliceSize) return noEffect
      }
    }
    const { organisationId } = event.payload as { organisationId: OrganisationId }
    return async (tx) => {
      for (const passport of await readForMarking(tx, organisationId)) await mark(tx, passport, event.requestId)
    }
  },
})
