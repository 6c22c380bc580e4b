import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import {
  asSystem,
  endNeed,
  openDatabase,
  publishPassport,
  publishVersion,
  searchChannel,
  type Database,
} from '@enlace/database'
import { asId, type NeedId, type OrganisationId } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import {
  openIndexCopy,
  openSearch,
  supplierIndex,
  type IndexCopy,
  type NeedDocument,
  type Search,
  type SupplierDocument,
} from '@enlace/search'
import {
  makeNeed,
  makeOrganisation,
  makeSupplier,
  needContent,
  passportContent,
  testDatabase,
  testSearch,
} from '@enlace/testing'
import { sql } from 'drizzle-orm'

import { startIndexKeeper } from './index-keeper.ts'
import { openNeedSource, openSupplierSource } from './index-source.ts'
import { LevelIndex } from './level-index.ts'

const log = createLog('worker-test', 'silent')
let database: Database
let url: string
let search: Search
let suppliers: IndexCopy
let buyer: OrganisationId
const open: { close: () => Promise<void> }[] = []

beforeAll(async () => {
  url = await testDatabase()
  database = openDatabase({ url, role: 'enlace_system', maxConnections: 20 })
  search = openSearch({ ...testSearch(), timeoutMs: 30_000 })
  suppliers = openIndexCopy(search, supplierIndex)
  buyer = await asSystem(database, (tx) => makeOrganisation(tx, 'buyer', 'Cobre Andino'))
})
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})
afterAll(() => database.close())

const startKeeper = (everyMs = 100): void => {
  const lock = openDatabase({ url, role: 'enlace_system', maxConnections: 1 })
  open.push(lock, startIndexKeeper({ database, lock, search, log, everyMs }))
}
const documents = async <Document extends object>(name: string): Promise<Document[]> =>
  (await search.meili.index<Document>(search.prefix + name).getDocuments({ limit: 5000 })).results
/** What is read at last: as wanted, or as it is when the time is over. */
const eventually = async <T>(read: () => Promise<T>, wanted: T, withinMs = 150_000): Promise<unknown> => {
  const end = performance.now() + withinMs
  for (;;) {
    const seen = await read().catch((error: Error) => error.message)
    if (performance.now() > end || JSON.stringify(seen) === JSON.stringify(wanted)) return seen
    await sleep(50)
  }
}
const wanted = async (): Promise<string[]> => {
  const rows = await asSystem(database, (tx) =>
    tx.execute<{ line: string }>(sql`
    select organisation_id || ' ' || version || ' ' || changed_xid as line from passports where state = 'published' order by 1`),
  )
  return rows.map((row) => row.line)
}
const held = async (): Promise<string[]> =>
  (await documents<SupplierDocument>('suppliers'))
    .map((one) => `${one.id} ${one.version} ${one.stamp.replace('s1.', '')}`)
    .toSorted()
const expectHeld = async (): Promise<void> => {
  const truth = await wanted()
  expect(await eventually(held, truth)).toEqual(truth)
}
const levelled = async (): Promise<void> => {
  const source = openSupplierSource(database)
  await new LevelIndex(openIndexCopy(search, source.plan), source, log).level()
}

describe('the index of suppliers', { timeout: 400_000 }, () => {
  it('holds what everyone may see of a published passport and nothing of a draft or a hidden field', async () => {
    startKeeper()
    const id = await asSystem(database, (tx) =>
      makeSupplier(
        tx,
        'Aceros Ñuble',
        passportContent('Estructuras de acero', {
          headline: 'Calderería',
          references: [
            {
              id: asId('r1'),
              text: 'Secreto de Minera',
              categories: [],
              customer: null,
              year: null,
              value: null,
              place: null,
              confirmedByCustomer: false,
            },
          ],
          certificates: [
            {
              id: asId('c1'),
              scheme: 'ISO 9001:2015',
              scope: null,
              issuer: null,
              number: null,
              issuedOn: null,
              expiresOn: null,
              fileId: null,
              verifiedBy: null,
            },
          ],
          visibility: { references: 'matched' },
        }),
      ),
    )
    const shown = [[id, 'Aceros Ñuble', ['Estructuras de acero'], [], ['ISO 9001'], 1]]
    const seen = await eventually(
      async () =>
        (await documents<SupplierDocument>('suppliers')).map((one) => [
          one.id,
          one.name,
          one.capabilities,
          one.references,
          one.certificates,
          one.version,
        ]),
      shown,
    )
    expect(seen).toEqual(shown)
  })

  it('carries the new name of an organisation that was renamed, without a new version', async () => {
    startKeeper()
    const id = await asSystem(database, (tx) => makeSupplier(tx, 'Before', passportContent('Renaming')))
    const names = async (): Promise<unknown> =>
      (await documents<SupplierDocument>('suppliers'))
        .filter((one) => one.id === id)
        .map((one) => [one.name, one.version])
    expect(await eventually(names, [['Before', 1]])).toEqual([['Before', 1]])
    await asSystem(database, (tx) => tx.execute(sql`update organisations set name = 'After' where id = ${id}`))
    expect(await eventually(names, [['After', 1]])).toEqual([['After', 1]])
  })

  it('loses a passport that was withdrawn and one whose row is gone', async () => {
    startKeeper()
    const [first, second] = await asSystem(database, async (tx) => [
      await makeSupplier(tx, 'First', passportContent('Leaving')),
      await makeSupplier(tx, 'Second', passportContent('Leaving')),
    ])
    await expectHeld()
    await asSystem(database, async (tx) => {
      await tx.execute(sql`update passports set state = 'withdrawn' where organisation_id = ${first}`)
      await tx.execute(sql`delete from passport_versions where organisation_id = ${second}`)
      await tx.execute(sql`delete from passports where organisation_id = ${second}`)
    })
    await expectHeld()
    expect((await wanted()).filter((line) => [first, second].some((id) => line.startsWith(`${id} `)))).toEqual([])
  })

  it('ends as Postgres after 1,000 updates at the same time whose wake-ups come in any order to two keepers', async () => {
    startKeeper(5000)
    startKeeper(5000)
    const ids = await asSystem(database, (tx) =>
      Promise.all(
        Array.from({ length: 25 }, (_, number) => makeSupplier(tx, `Busy ${number}`, passportContent('Version 1'))),
      ),
    )
    const update = async (id: OrganisationId, number: number): Promise<void> => {
      await asSystem(database, async (tx) => {
        await tx.execute(
          sql`update passports set content = jsonb_set(content, '{headline}', to_jsonb(${`update ${number}`}::text)) where organisation_id = ${id}`,
        )
        await publishPassport(tx, id, 1, null)
      })
      await sleep(Math.random() * 40)
      await database.sql.notify(searchChannel, '')
    }
    const updates = Array.from({ length: 1000 }, (_, number) => ({
      id: ids[number % ids.length] ?? asId<OrganisationId>(''),
      number,
    }))
    const runners = Array.from({ length: 16 }, async () => {
      for (let next = updates.pop(); next !== undefined; next = updates.pop()) await update(next.id, next.number)
    })
    await Promise.all(runners)
    const truth = await wanted()
    expect(truth.filter((line) => line.includes(' 41 ')).length).toBe(25)
    expect(await eventually(held, truth)).toEqual(truth)
  })

  it('mends what another process wrote: a stale version, a stranger, a missing document', async () => {
    await levelled()
    const [victim, lost] = await documents<SupplierDocument>('suppliers')
    if (victim === undefined || lost === undefined) throw new Error('no documents')
    await suppliers.write([
      {
        documents: [
          { ...victim, version: 0, stamp: 's1.0', name: 'Stale' } as SupplierDocument,
          { ...victim, id: asId('stranger') },
        ],
        removed: [lost.id],
      },
    ])
    expect((await held()).length).toBe((await wanted()).length)
    expect(await held()).not.toEqual(await wanted())
    startKeeper()
    await expectHeld()
  })

  it('is rebuilt with our settings when it was deleted, emptied or set up otherwise, while a keeper runs', async () => {
    startKeeper()
    await expectHeld()
    const uid = `${search.prefix}suppliers`
    await search.meili.deleteIndex(uid).waitTask()
    await expectHeld()
    await search.meili.index(uid).deleteAllDocuments().waitTask()
    await expectHeld()
    await search.meili
      .index(uid)
      .updateSettings({ filterableAttributes: ['name'] })
      .waitTask()
    expect(await eventually(suppliers.hasOurSettings, true)).toBe(true)
    await expectHeld()
  })

  it('notes from where on rows may be ahead of it', async () => {
    await levelled()
    const [row] = await asSystem(database, (tx) =>
      tx.execute<{ behind: number }>(sql`
      select count(*)::int as behind from passports, search_watermarks where name = 'suppliers' and passports.changed_xid >= search_watermarks.changed_xid`),
    )
    expect(row).toEqual({ behind: 0 })
  })
})

describe('the index of open needs', { timeout: 400_000 }, () => {
  const level = async (): Promise<void> => {
    const source = openNeedSource(database)
    await new LevelIndex(openIndexCopy(search, source.plan), source, log).level()
  }
  const found = async (): Promise<unknown> =>
    (await documents<NeedDocument>('needs')).map((one) => `${one.title} by ${one.buyer}`).toSorted()

  it('names the buyer only of open needs, leaves out those by invitation, and follows amendments and ends', async () => {
    const ids: NeedId[] = await asSystem(database, async (tx) => [
      await makeNeed(tx, buyer, needContent({ title: 'Open', confidentiality: 'open' })),
      await makeNeed(tx, buyer, needContent({ title: 'Alias', confidentiality: 'alias' })),
      await makeNeed(tx, buyer, needContent({ title: 'Invited', confidentiality: 'invited' })),
    ])
    await level()
    expect(await found()).toEqual(['Alias by null', 'Open by Cobre Andino'])
    const [openId, aliasId] = ids
    if (openId === undefined || aliasId === undefined) throw new Error('no needs')
    await asSystem(database, async (tx) => {
      await publishVersion(tx, {
        id: openId,
        from: 'published',
        version: 1,
        content: needContent({ title: 'Open', confidentiality: 'invited' }),
        reason: '',
        by: null,
      })
      await endNeed(tx, aliasId, ['published'], 'closed')
    })
    await level()
    expect(await found()).toEqual([])
  })
})
