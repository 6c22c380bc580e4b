import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { asSystem } from '@enlace/database'
import { makeMember } from '@enlace/testing'

import { AlertWorld, dawn, eight, noon } from '../../test/alert-world.ts'

const program = fileURLToPath(new URL('../../test/tell.main.ts', import.meta.url))
let world: AlertWorld
beforeAll(async () => {
  world = await AlertWorld.open()
})
beforeEach(() => world.begin())
afterAll(() => world.close())

describe('a digest', () => {
  it('gathers until eight of its zone and lists at most twenty', async () => {
    await world.save({ rhythm: 'daily' })
    await world.save({ rhythm: 'weekly' })
    for (let count = 1; count <= 23; count += 1) await world.post({ title: `Pump ${count}` })
    await world.hear(noon)
    expect(await world.tell(dawn)).toBe(0)
    expect(await world.tell(eight)).toBe(1)
    expect(await world.subjects()).toEqual(['23 new results: Pumps'])
    const [mail] = await world.owner<{ body: string }[]>`select body from mails`
    expect(mail?.body.match(/^Pump \d+/gm)).toHaveLength(20)
    expect(mail?.body).toContain('… and 3 more.')
    expect(await world.tell('2026-06-15T11:59:00Z')).toBe(0)
    expect(await world.tell('2026-06-15T12:00:00Z')).toBe(1) // the Monday
    expect(await world.subjects()).toHaveLength(2)
  })

  it('goes out exactly once with two workers, each person’s own', async () => {
    for (let count = 0; count < 20; count += 1) {
      const of = await asSystem(world.database, (tx) => makeMember(tx, world.supplier, 'bidder'))
      await world.save({ rhythm: 'daily', of })
    }
    await world.post()
    await world.hear(noon)
    const done = await Promise.all([world.tell(eight), world.tell(eight), world.tell(eight)])
    expect(done[0] + done[1] + done[2]).toBe(20)
    const [mails] = await world.owner`select count(*)::int as n, count(distinct recipient)::int as people from mails`
    expect(mails).toEqual({ n: 20, people: 20 })
  })

  it('goes out exactly once where a worker is killed in the midst of it', async () => {
    await world.save({ rhythm: 'daily' })
    await world.post()
    await world.hear(noon)
    // The first worker has told the notice and stands before the mail when it is killed.
    const held = await world.owner.reserve()
    await held`begin`
    await held`lock table mails in access exclusive mode`
    const child = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'enlace-src', program, world.url, eight])
    const ended = once(child, 'exit')
    const standing = async (): Promise<number> => {
      const [row] = await world.owner<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity
        where application_name = 'tell.main' and wait_event_type = 'Lock' and datname = current_database()`
      return row?.n ?? 0
    }
    await expect.poll(standing, { timeout: 20_000 }).toBe(1)
    expect(await world.tell(eight)).toBe(0)
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    await held`rollback`
    held.release()
    const left = () =>
      world.owner`select pid from pg_stat_activity where application_name = 'tell.main' and datname = current_database()`
    await expect.poll(async () => (await left()).length, { timeout: 5000 }).toBe(0)
    expect([await world.subjects(), await world.notices()]).toEqual([[], []])
    const [first, second] = await Promise.all([world.tell(eight), world.tell(eight)])
    expect(first + second).toBe(1)
    expect([(await world.subjects()).length, (await world.notices()).length]).toEqual([1, 1])
    const [findings] = await asSystem(world.database, (tx) =>
      tx.execute(sql`select count(*)::int as n from search_findings where told_at is null`),
    )
    expect(findings).toEqual({ n: 0 })
  }, 60_000)
})
