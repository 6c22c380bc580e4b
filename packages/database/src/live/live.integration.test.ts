import { afterAll, expect, it } from 'vitest'

import { asId, type NeedId, type OrganisationId } from '@enlace/domain'
import { testDatabase } from '@enlace/testing'

import { claimUnpublished, markPublished, noteLive, type NumberedNote } from '../events/outbox.store.ts'
import { record } from '../events/record.ts'
import { openDatabase } from '../open.ts'
import { asSystem, readAsSystem } from '../transaction.ts'
import { openTopic, readNotesAfter } from './live.store.ts'

const database = openDatabase({ url: await testDatabase(), role: 'enlace_system' })
afterAll(() => database.close())

const organisationId = asId<OrganisationId>('00000000-0000-7000-8000-000000000001')
const needId = asId<NeedId>('00000000-0000-7000-8000-000000000002')
const topic = `organisation:${organisationId}`

/** Publishes so many events of the organisation in one go, as the relay does. */
const speak = (times: number): Promise<NumberedNote[]> =>
  asSystem(database, async (tx) => {
    for (let version = 0; version < times; version += 1)
      await record(tx, 'need.drafted', { needId, organisationId, version }, { organisationId })
    const events = await claimUnpublished(tx, 100)
    await markPublished(tx, events)
    return noteLive(tx, events)
  })
const seqs = (notes: readonly { readonly topic: string; readonly seq: number }[]): number[] =>
  notes.filter((note) => note.topic === topic).map((note) => note.seq)

it('keeps nothing of a topic until somebody listens to it, and numbers it without gaps from then on', async () => {
  expect(seqs(await speak(2))).toEqual([])
  const opened = await Promise.all([1, 2, 3].map(() => readAsSystem(database, (reader) => openTopic(reader, topic))))
  expect(opened).toEqual([0, 0, 0])
  expect(seqs(await speak(3))).toEqual([1, 2, 3])
  const both = await Promise.all([speak(2), speak(2)])
  expect(seqs(both.flat()).toSorted((a, b) => a - b)).toEqual([4, 5, 6, 7])
  expect(await readAsSystem(database, (reader) => openTopic(reader, topic))).toBe(7)
  const kept = await readAsSystem(database, (reader) => readNotesAfter(reader, new Map([[topic, 2]]), 100))
  expect(seqs(kept)).toEqual([3, 4, 5, 6, 7])
})
