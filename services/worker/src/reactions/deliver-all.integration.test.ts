import { afterAll, beforeAll, expect, it } from 'vitest'

import { reactionNames, type ReactionName } from '@enlace/contracts'
import { asSystem, openDatabase, record, type Database, type Transaction } from '@enlace/database'
import { asId, type EventId, type NeedId } from '@enlace/domain'
import { consume, openQueues } from '@enlace/messaging'
import { createLog } from '@enlace/runtime'
import { makeOrganisation, testDatabase, testRedis } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { deliverAll } from './react.ts'
import type { Reaction } from './reaction.ts'

const log = createLog('worker-test', 'silent')
const others: readonly ReactionName[] = ['notify', 'find-alerts', 'fit-innovations']
let database: Database
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 4 })
})
afterAll(() => database.close())

const published = (): Promise<EventId> =>
  asSystem(database, async (tx) => {
    const organisationId = await makeOrganisation(tx, 'buyer')
    const payload = { needId: asId<NeedId>(uuidv7()), organisationId, version: 1 }
    return record(tx, 'need.published', payload, { organisationId })
  })

type Effects = Partial<Record<ReactionName, (tx: Transaction) => Promise<unknown>>>
const transactionOf = async (tx: Transaction): Promise<string> =>
  (await tx.execute<{ id: string }>(sql`select pg_current_xact_id()::text as id`))[0]?.id ?? ''

/** Carries out what a published need obliges to beside its ranking; tells which transactions took effect, by reaction. */
async function carriedOut(eventId: EventId, effects: Effects = {}, times = 1) {
  const taken: (readonly [ReactionName, string])[] = []
  const effectOf = (name: ReactionName) => async (tx: Transaction) => {
    taken.push([name, await transactionOf(tx)])
    await effects[name]?.(tx)
  }
  const reactions = Object.fromEntries(
    reactionNames.map((name): [ReactionName, Reaction] => [name, { atOnce: () => effectOf(name) }]),
  ) as Record<ReactionName, Reaction>
  reactions['fit-innovations'] = { prepare: () => Promise.resolve(effectOf('fit-innovations')) }
  const deliver = deliverAll(database, log, reactions)
  await Promise.all(Array.from({ length: times }, () => deliver(eventId, others)))
  return taken
}

const runs = async (eventId: EventId) => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ reaction: ReactionName; done: boolean; last_error: string | null }>(sql`
      select reaction, done_at is not null as done, last_error from reaction_runs where event_id = ${eventId}`),
  )
  return Object.fromEntries(rows.map(({ reaction, done, last_error }) => [reaction, last_error ?? done]))
}

it('reactions that are nothing but their effect share a transaction, and one that prepares has its own', async () => {
  const eventId = await published()
  const taken = await carriedOut(eventId)
  const transactions = new Map(taken)
  expect([...transactions.keys()].toSorted()).toEqual(others.toSorted())
  expect(transactions.get('find-alerts')).toBe(transactions.get('notify'))
  expect(transactions.get('fit-innovations')).not.toBe(transactions.get('notify'))
  expect(await runs(eventId)).toEqual({
    'rank-need': false,
    notify: true,
    'find-alerts': true,
    'fit-innovations': true,
  })
})

it('one that fails is alone with it', async () => {
  const eventId = await published()
  const lost = asId<EventId>(uuidv7())
  await carriedOut(eventId, {
    'find-alerts': async (tx) => {
      await tx.execute(sql`insert into events (id, name, payload) values (${lost}, 'need.drafted', '{}')`)
      throw new Error('no search can be read')
    },
  })
  expect(await runs(eventId)).toEqual({
    'rank-need': false,
    notify: true,
    'find-alerts': 'no search can be read',
    'fit-innovations': true,
  })
  expect(await asSystem(database, (tx) => tx.execute(sql`select 1 from events where id = ${lost}`))).toEqual([])
})

it('delivered twice at the same time they take effect once', async () => {
  const taken = await carriedOut(await published(), {}, 2)
  expect(taken.map(([name]) => name).toSorted()).toEqual(others.toSorted())
})

it('what nobody waits for comes as one job for each event, and what somebody waits for as its own', async () => {
  const redis = await testRedis()
  const queues = openQueues(redis)
  const heard: (readonly [string, readonly ReactionName[]])[] = []
  const hear = (eventId: string, names: readonly ReactionName[]): Promise<void> => {
    heard.push([eventId, names])
    return Promise.resolve()
  }
  const consumers = reactionNames.map((reaction) => consume({ ...redis, reaction, concurrency: 1 }, hear))
  const [one, other] = [uuidv7(), uuidv7()]
  const due = (eventId: string, names: readonly ReactionName[]) =>
    names.map((reaction) => ({ eventId, reaction, enqueued: 1 }))
  await queues.remind([...due(one, ['rank-need', ...others]), ...due(other, ['rank-need', 'notify'])])
  await expect.poll(() => heard.length).toBe(4)
  expect(heard.toSorted(([, a], [, b]) => a.length - b.length).at(-1)).toEqual([one, others])
  expect(heard).toContainEqual([one, ['rank-need']])
  expect(heard).toContainEqual([other, ['rank-need']])
  expect(heard).toContainEqual([other, ['notify']])
  await Promise.all(consumers.map((consumer) => consumer.close()))
  await queues.close()
})
