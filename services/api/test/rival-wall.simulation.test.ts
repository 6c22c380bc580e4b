import { setTimeout as sleep } from 'node:timers/promises'

import { endpoints } from '@enlace/contracts'
import { asSystem, record, withdrawPassport } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import type { Visitor } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { differences, readAll, rivalAsks, type Seen } from './rival-asks.ts'
import { listen, makeRivalWorld, onlookers, type Onlooker, type RivalWorld } from './rival-world.ts'

const readings = endpoints.filter(({ method, access }) => method === 'GET' && access !== 'demo').map(({ name }) => name)
/** In these a search in vain shows, so they are read before anything is searched. */
const ofSearches = ['readDemand', 'exportCsv', 'exportJsonl', 'exportXlsx']
type Look = Map<string, string>

let world: RivalWorld
const visitors = new Map<OrganisationId, Visitor>()
const sockets = new Map<OrganisationId, ReturnType<typeof listen>>()
beforeAll(async () => {
  world = await makeRivalWorld()
  for (const id of [...Object.values(world.ids), world.rival]) {
    const visitor = await world.visit(id)
    visitors.set(id, visitor)
    sockets.set(id, listen(visitor, id))
  }
}, 240_000)
afterAll(async () => {
  for (const { close } of sockets.values()) close()
  await world?.close()
})

const look = (id: OrganisationId, rival: OrganisationId, names: readonly string[] = readings): Promise<Look> => {
  const seen: Seen = { self: id, rival, needs: world.needs, file: world.file }
  return readAll(visitors.get(id) as Visitor, seen, names)
}
/** What looking itself sought in vain is forgotten, or every look would show in the next; the rival's is kept. */
const forgetLooks = async (): Promise<void> => {
  await sleep(6500)
  await asSystem(world.system, (tx) =>
    tx.execute(sql`delete from missed_searches where organisation_id <> ${world.rival}`),
  )
}
const lookAll = async (): Promise<Record<Onlooker, Look>> => {
  await forgetLooks()
  const looks = new Map<Onlooker, Look>()
  for (const name of onlookers) looks.set(name, await look(world.ids[name], world.rival, ofSearches))
  const others = readings.filter((name) => !ofSearches.includes(name))
  for (const name of onlookers)
    looks.set(name, new Map([...(looks.get(name) ?? []), ...(await look(world.ids[name], world.rival, others))]))
  return Object.fromEntries(looks) as Record<Onlooker, Look>
}
const operations = (urls: readonly string[]): string[] => [...new Set(urls.map((url) => url.split(' ', 1)[0] ?? ''))]
/** What a socket heard since it was asked last. */
const heard = async (id: OrganisationId): Promise<string[]> => {
  await sleep(1500)
  return (
    sockets
      .get(id)
      ?.heard.splice(0)
      .map(([name, data]) => `${name} ${JSON.stringify(data)}`) ?? []
  )
}

it('asks every reading there is', () => {
  expect(
    Object.keys(rivalAsks)
      .filter((name) => name !== 'readMailbox')
      .toSorted(),
  ).toEqual(readings.toSorted())
})

describe('a rival that comes, is ranked above, answers, is invited and searches in vain', () => {
  let before: Record<Onlooker, Look>
  let after: Record<Onlooker, Look>
  const told = new Map<Onlooker, string[]>()
  const story: unknown[] = []
  beforeAll(async () => {
    const named = await visitors.get(world.ids.walled)?.call('POST', '/api/rivals', { by: 'name', name: 'BRAVO' })
    story.push(named?.status)
    await world.settle()
    for (const name of onlookers) await heard(world.ids[name])
    before = await lookAll()
    await world.bring()
    await world.settle()
    const rival = visitors.get(world.rival)
    const answered = await rival?.call('POST', `/api/needs/${world.needs[0]}/answer`, { answer: 'interested' })
    const buyer = await world.visit(world.buyer)
    const judged = await buyer.call('POST', `/api/needs/${world.needs[0]}/matches/${world.rival}`, {
      verdict: 'invite',
    })
    const sought = await rival?.call('GET', '/api/search/suppliers?query=zirconium&category=CPV%2014')
    story.push(answered?.status, judged.status, (sought?.body as { total: number } | undefined)?.total)
    const list = await buyer.call('GET', `/api/needs/${world.needs[0]}/matches`)
    const ranked = (list.body as { items: { supplier: { id: string } }[] }).items.map(({ supplier }) => supplier.id)
    story.push(ranked.length, ranked.includes(world.rival), ranked.includes(world.ids.walled))
    await world.settle()
    for (const name of onlookers) told.set(name, await heard(world.ids[name]))
    after = await lookAll()
  }, 240_000)

  it('is seen by the buyer, in whose list of fifty the one who named it has no room any more', () => {
    expect(story).toEqual([201, 200, 200, 0, 50, true, false])
  })

  it('changes nothing, to the letter, in all that the one who named it and its agency read', () => {
    for (const name of ['walled', 'agency of the walled'] as const) {
      expect(differences(before[name], after[name])).toEqual([])
      expect(before[name].size).toBeGreaterThan(150)
      // By the index, not by the rows behind it.
      expect([...before[name].values(), ...after[name].values()].join()).not.toContain('"degraded":true')
    }
  })

  it('sends the one who named it no message', () => {
    expect(told.get('walled')).toEqual([])
    expect(told.get('agency of the walled')).toEqual([])
  })

  it('is there for who named nobody: in search, facets, counts, suggestions, its page, scores, messages and the end of a list', () => {
    const seen = differences(before.open, after.open)
    expect(operations(seen).toSorted()).toEqual([
      'downloadFile',
      'readFeed',
      'readGaps',
      'readOrganisation',
      'readSupplier',
      'searchSuppliers',
      'suggestSearch',
    ])
    const feed = `readFeed /api/feed?needId=${world.needs[1]}`
    expect(before.open.get(feed)).toContain(world.needs[1])
    expect(after.open.get(feed)).not.toContain(world.needs[1])
    expect(told.get('open')?.map((line) => line.split(' ', 1)[0])).toContain('feed.changed')
    // The one who named it stands as far down in the other list, and stays.
    expect(after.walled.get(`readFeed /api/feed?needId=${world.needs[0]}`)).toContain(world.needs[0])
  })

  it('is there for an agency that works with neither, which does not find the one who named it', () => {
    const page = '/api/search/suppliers?query=&sort=name&limit=20'
    const all = [...after['agency of neither']].filter(([url]) => url.startsWith(`searchSuppliers ${page}`)).join()
    expect([all.includes(world.rival), all.includes(world.ids.walled)]).toEqual([true, false])
    const searches = (seenAll: Look): unknown =>
      /"searches":(\d+)/.exec(seenAll.get('readDemand /api/demand') ?? '')?.[1]
    expect(searches(before['agency of neither'])).toBe('0')
    expect(searches(after['agency of neither'])).toBe('1')
  })
})

describe('the one who named it, when it leaves the market,', () => {
  it('changes nothing for the rival, and much for others', async () => {
    const { walled, open } = world.ids
    await heard(world.rival)
    const before = [await look(world.rival, walled), await look(open, walled)] as const
    await asSystem(world.system, async (tx) => {
      const version = (await withdrawPassport(tx, walled)) ?? 0
      await record(tx, 'passport.withdrawn', { organisationId: walled, version }, { organisationId: walled })
    })
    await world.settle()
    expect(await heard(world.rival)).toEqual([])
    const after = [await look(world.rival, walled), await look(open, walled)] as const
    expect(differences(before[0], after[0])).toEqual([])
    expect(operations(differences(before[1], after[1]))).toContain('searchSuppliers')
  }, 240_000)
})
