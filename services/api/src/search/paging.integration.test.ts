import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asSystem } from '@enlace/database'
import { openSearch } from '@enlace/search'
import { makeSupplier, passportContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { indexAll } from '../../test/index-all.ts'
import { startApi, type Client, type TestApi } from '../../test/test-api.ts'

type Page = {
  readonly items: readonly { readonly supplier: { readonly id: string; readonly name: string } }[]
  readonly next: string | null
  readonly degraded: boolean
}

let api: TestApi
let away: TestApi
const clients = new Map<string, Client>()

beforeAll(async () => {
  api = await startApi()
  const reader = await api.member('buyer')
  await asSystem(api.system, async (tx) => {
    for (let number = 0; number < 57; number += 1)
      await makeSupplier(
        tx,
        `Firm ${String((number * 23) % 57).padStart(2, '0')}`,
        passportContent('Welding of steel frames'),
      )
  })
  await indexAll(api.system, api.search)
  away = await startApi({
    database: api.url,
    search: openSearch({ url: 'http://127.0.0.1:9', key: '', prefix: '', timeoutMs: 800 }),
  })
  clients
    .set('the index', reader.client)
    .set('the database', (await away.colleague(reader.organisationId, 'buyer')).client)
})
afterAll(() => Promise.all([api.close(), away.close()]))

const pageOf = async (engine: string, query: string, cursor: string | null, limit = 10): Promise<Page> => {
  const answer = await clients
    .get(engine)
    ?.get(`/api/search/suppliers?${query}&limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`)
  expect(answer?.status).toBe(200)
  return answer?.body as unknown as Page
}
const readAll = async (
  engine: string,
  query: string,
  between: () => Promise<unknown> = async () => null,
): Promise<string[]> => {
  const seen: string[] = []
  for (let page = await pageOf(engine, query, null); ; page = await pageOf(engine, query, page.next)) {
    expect(page.degraded).toBe(engine === 'the database')
    seen.push(...page.items.map((item) => item.supplier.name))
    if (page.next === null) return seen
    await between()
  }
}
const firms = Array.from({ length: 57 }, (_, number) => `Firm ${String(number).padStart(2, '0')}`)

describe.each(['the index', 'the database'])('reading on page by page in %s', (engine) => {
  it.each(['sort=name', 'sort=newest', 'query=welding', 'query=steel%20frames&sort=name'])(
    'gives each supplier once (%s)',
    async (query) => {
      const seen = await readAll(engine, query)
      expect(query.endsWith('sort=name') ? seen : seen.toSorted()).toEqual(firms)
    },
  )
})

describe('reading on while the list changes', () => {
  it('neither repeats nor skips those that stayed, in either engine and from one to the other', async () => {
    let extra = 0
    const change = async (): Promise<void> => {
      await asSystem(api.system, async (tx) => {
        // Three new ones come before all others, and one of those already read leaves.
        for (let count = 0; count < 3; count += 1)
          await makeSupplier(tx, `A newcomer ${(extra += 1)}`, passportContent('Welding of steel frames'))
        await tx.execute(sql`update passports set state = 'withdrawn' from organisations
          where organisations.id = passports.organisation_id and organisations.name = ${`A newcomer ${extra - 1}`}`)
      })
      await indexAll(api.system, api.search)
    }
    for (const engines of [
      ['the index', 'the index'],
      ['the index', 'the database'],
    ]) {
      const seen: string[] = []
      let turn = 0
      let page = await pageOf(engines[0] ?? '', 'sort=name', null, 20)
      for (;;) {
        seen.push(...page.items.map((item) => item.supplier.name))
        if (page.next === null) break
        await change()
        page = await pageOf(engines[(turn += 1) % 2] ?? '', 'sort=name', page.next, 20)
      }
      expect(seen.filter((name) => name.startsWith('Firm'))).toEqual(firms)
      expect(new Set(seen).size).toBe(seen.length)
    }
  }, 120_000)

  it('goes on where it stood when the last row it read left the list', async () => {
    const first = await pageOf('the index', 'sort=name&query=firm', null)
    const last = first.items.at(-1)
    await asSystem(api.system, (tx) =>
      tx.execute(sql`update passports set state = 'withdrawn' where organisation_id = ${last?.supplier.id}`),
    )
    await indexAll(api.system, api.search)
    const second = await pageOf('the index', 'sort=name&query=firm', first.next)
    expect([last?.supplier.name, second.items[0]?.supplier.name]).toEqual(['Firm 09', 'Firm 11'])
  })
})
