import {
  asSystem,
  readAsSystem,
  readNeedsWithoutVectors,
  readPassportsWithoutVectors,
  record,
  setBehind,
  setLevel,
  upsertNeedVectors,
  upsertPassportVectors,
  type Database,
  type PublishedPassport,
} from '@enlace/database'
import type { NeedContent } from '@enlace/domain'
import { small, type Reader, type Spoken } from '@enlace/embedding'
import { isSpoken, needText, spokenTexts, writtenEntries } from '@enlace/lexical'

/** Passports read in one transaction; where as many wait, they are many and open needs are ranked once for all. */
const passportsAtOnce = 32
const needsAtOnce = 8

/** How far a reader has come: from which snapshot on there may be something new, and whether something is known to wait. */
export type Progress = { readonly passports: string; readonly needs: string; readonly waiting: boolean }
export const fromTheStart: Progress = { passports: '0', needs: '0', waiting: true }

/** What one turn did: read on from here, or, where it was full, once more from where it began. */
type Turn = { readonly readOnFrom: string; readonly full: boolean }

/** The vectors of one thing's texts, one after the other; nothing but zeros for what could not be read. */
function together(dims: number, vectors: readonly (Float32Array | null)[]): Int8Array {
  const all = new Int8Array(vectors.length * dims)
  vectors.forEach((vector, order) => vector !== null && all.set(small(vector), order * dims))
  return all
}

/** Models read the beginning of a text: a long need is read in parts of so many letters, so many at most. */
const partLength = 900
const mostParts = 4

function partsOf(text: string): readonly string[] {
  const parts: string[] = []
  for (const sentence of text.split(/(?<=[.!?;])\s+|\n+/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + sentence.length < partLength)
      parts[parts.length - 1] = `${last} ${sentence}`
    else parts.push(sentence)
  }
  return parts.slice(0, mostParts)
}

/** What a need means: the middle of what its parts mean. */
export async function readNeed(reader: Reader, need: NeedContent): Promise<Int8Array> {
  const vectors = await reader.read(partsOf(needText(need)).map((text) => ({ text, language: need.language })))
  const middle = new Float32Array(reader.dims)
  for (const vector of vectors) vector?.forEach((value, at) => (middle[at] = (middle[at] ?? 0) + value))
  return together(reader.dims, [middle])
}

async function embedNeeds(database: Database, reader: Reader, from: string): Promise<Turn> {
  const { needs, readOnFrom } = await readAsSystem(database, (read) =>
    readNeedsWithoutVectors(read, reader.id, { from, limit: needsAtOnce }),
  )
  // Each by itself: the buyer of the first does not wait for the last.
  for (const { id, organisationId, version, content } of needs) {
    const vectors = await readNeed(reader, content)
    await asSystem(database, async (tx) => {
      if (await upsertNeedVectors(tx, reader.id, { id, version, vectors }))
        await record(tx, 'need.embedded', { needId: id, organisationId, version }, { organisationId, requestId: null })
    })
  }
  return { readOnFrom, full: needs.length === needsAtOnce }
}

/** What each entry of a passport says; a stuffed one says nothing, by meaning as by words. */
function textsOf(passport: PublishedPassport): readonly Spoken[] {
  const { language } = passport
  const texts = writtenEntries(passport).map(({ text }) => text)
  return spokenTexts(texts, language, isSpoken).map((text) => ({ text, language }))
}
const isSaid = ({ text }: Spoken): boolean => text !== ''

async function embedPassports(database: Database, reader: Reader, from: string): Promise<Turn> {
  const { passports, readOnFrom } = await asSystem(database, (tx) =>
    readPassportsWithoutVectors(tx, reader.id, { from, limit: passportsAtOnce }),
  )
  const texts = passports.map(textsOf)
  const vectors = (await reader.read(texts.flat().filter(isSaid))).values()
  const rows = passports.map(({ organisationId, version }, place) => ({
    id: organisationId,
    version,
    vectors: together(
      reader.dims,
      (texts[place] ?? []).map((spoken) => (isSaid(spoken) ? (vectors.next().value ?? null) : null)),
    ),
  }))
  const many = passports.length === passportsAtOnce
  await asSystem(database, async (tx) => {
    const kept = await upsertPassportVectors(tx, reader.id, rows)
    if (many) return setBehind(tx, reader.id)
    if (await setLevel(tx, reader.id)) await record(tx, 'passports.embedded', { embedder: reader.id }, noOrganisation)
    else
      for (const { id: organisationId, version } of rows.filter(({ id }) => kept.has(id)))
        await record(tx, 'passport.embedded', { organisationId, version }, { organisationId, requestId: null })
  })
  return { readOnFrom, full: many }
}

const noOrganisation = { organisationId: null, requestId: null }

/**
 * Reads what needs and passports mean of which this reader has no vectors yet, a bounded number of them, and has them
 * ranked anew: each by itself, or once for all where many waited.
 * @returns how far it came
 */
export async function embedDue(database: Database, reader: Reader, from: Progress): Promise<Progress> {
  const needs = await embedNeeds(database, reader, from.needs)
  const passports = await embedPassports(database, reader, from.passports)
  return {
    needs: needs.full ? from.needs : needs.readOnFrom,
    passports: passports.full ? from.passports : passports.readOnFrom,
    waiting: needs.full || passports.full,
  }
}
