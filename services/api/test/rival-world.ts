import { setTimeout as sleep } from 'node:timers/promises'

import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import type { LiveName } from '@enlace/contracts'
import {
  asSystem,
  insertFirms,
  insertPassport,
  openDatabase,
  publishPassport,
  record,
  referToFiles,
  type Database,
  type Transaction,
} from '@enlace/database'
import {
  asId,
  unstatedFacts,
  type FileId,
  type NeedId,
  type OrganisationId,
  type OrganisationKind,
  type PassportContent,
  type PassportId,
} from '@enlace/domain'
import { createIdentity, openSession, type Identity } from '@enlace/identity'
import {
  LiveVisitor,
  makeMember,
  makeNeed,
  makeOrganisation,
  makeSupplier,
  needContent,
  passportContent,
  startTestHouse,
  Visitor,
  type TestHouse,
} from '@enlace/testing'

/** Who looks on while a rival comes: with a wall, with none, and agencies with and without need. */
export const onlookers = ['walled', 'open', 'agency of the walled', 'agency of neither'] as const
export type Onlooker = (typeof onlookers)[number]

export type RivalWorld = {
  readonly house: TestHouse
  readonly system: Database
  readonly ids: Readonly<Record<Onlooker, OrganisationId>>
  readonly buyer: OrganisationId
  readonly rival: OrganisationId
  /** The first has the walled one last in its list, the second the open one. */
  readonly needs: readonly [NeedId, NeedId]
  readonly visit: (organisationId: OrganisationId) => Promise<Visitor>
  /** A file that stands in the rival's passport once it is on the market. */
  readonly file: FileId
  /** Puts the rival on the market, with all it says. */
  readonly bring: () => Promise<unknown>
  /** Ranks every need anew and waits until nothing is left to do and the index is level. */
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

const capability = (text: string) => ({
  id: asId<never>(uuidv7()),
  text,
  categories: [{ scheme: 'CPV' as const, code: '14212120' }],
  capacity: null,
  leadTimeDays: null,
  minimumOrder: null,
})
const gravel = 'Crushed gravel, screened and washed, for haul roads'
const pumps = 'Impeller casting for slurry pumps, machined and balanced'

/** What the rival says: of what both needs ask more than anybody, in a place, size and language of its own. */
const rivalContent = (fileId: FileId): PassportContent =>
  passportContent('', {
    headline: 'Bravo gravel and impeller casting, also zinc',
    facts: {
      ...unstatedFacts,
      country: 'CL',
      region: 'Tarapacá',
      staff: 5,
      languages: [{ language: 'es', level: 'fluent' }],
    },
    capabilities: [capability(`${gravel}. Gravel.`), capability(`${pumps}. Impeller.`), capability('Zinc dust')],
    certificates: [
      {
        id: asId<never>(uuidv7()),
        scheme: 'ISO 9001',
        scope: null,
        issuer: null,
        number: null,
        issuedOn: null,
        expiresOn: null,
        fileId,
        verifiedBy: null,
      },
    ],
    visibility: { certificates: 'everyone' },
  })

async function uploadFile(visitor: Visitor): Promise<FileId> {
  const form = new FormData()
  form.append('file', new Blob(['%PDF-1.7 a certificate'], { type: 'application/pdf' }), 'paper.pdf')
  const headers = { origin: visitor.url, cookie: visitor.cookie }
  const response = await fetch(`${visitor.url}/api/files`, { method: 'POST', headers, body: form })
  return ((await response.json()) as { id: FileId }).id
}

async function untilWorked({ urls }: TestHouse): Promise<void> {
  for (let quiet = 0, tries = 0; quiet < 3; tries += 1) {
    const metrics = await (await fetch(`${urls.relay}/metrics`)).text()
    quiet = /^enlace_(event_lag_seconds|reactions_open\{.*\}) [^0].*$/m.test(metrics) ? 0 : quiet + 1
    if (tries > 1200) throw new Error('the house does not come to rest')
    await sleep(50)
  }
}

async function untilLevel(system: Database): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const [row] = await asSystem(system, (tx) =>
      tx.execute<{ stale: number }>(sql`
        select (select count(*) from passports, search_watermarks as mark
          where mark.name = 'suppliers' and passports.changed_xid >= mark.changed_xid)::int as stale from search_watermarks limit 1`),
    )
    if (row?.stale === 0) return
    await sleep(50)
  }
  throw new Error('the index does not become level')
}

/** Waits until the search for needs finds all of them, itself. */
async function untilFound(visitor: Visitor, needs: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { items, degraded } = (await visitor.call('GET', '/api/search/needs')).body as {
      items: unknown[]
      degraded: boolean
    }
    if (items.length === needs && !degraded) return
    await sleep(50)
  }
  throw new Error('the needs are not found')
}

const visiting =
  (house: TestHouse, system: Database, identity: Identity) =>
  async (organisationId: OrganisationId): Promise<Visitor> => {
    const userId = await asSystem(system, (tx) => makeMember(tx, organisationId, 'owner'))
    const { cookies } = await openSession(identity.settings, userId, {
      cookie: undefined,
      address: '127.0.0.1',
      userAgent: 'test',
    })
    return new Visitor(house.url, cookies.map((line) => line.split(';', 1)[0]).join('; '))
  }

/** A market of fifty suppliers and two needs on four processes of its own, in which the rival is a name only. */
export async function makeRivalWorld(): Promise<RivalWorld> {
  const house = await startTestHouse({ environment: { LOG_LEVEL: 'warn' } })
  const { DATABASE_URL: url = '', SECRET: secret = '' } = house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
  const pool = openDatabase({ url, role: 'enlace_identity', maxConnections: 2 })
  const identity = createIdentity({ database: pool, secret, publicUrl: house.url })
  const make = (kind: OrganisationKind, name: string) => (tx: Transaction) => makeOrganisation(tx, kind, name)
  const supplier = (name: string, texts: readonly string[]) => (tx: Transaction) =>
    makeSupplier(tx, name, passportContent('', { capabilities: texts.map(capability) }))
  const as = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => asSystem(system, work)
  for (let index = 0; index < 48; index += 1) await as(supplier(`Filler ${index}`, [gravel, pumps]))
  const buyer = await as(make('buyer', 'Mina Sur'))
  const rival = await as(make('supplier', 'Bravo'))
  const ids = {
    walled: await as(supplier('Andes', ['Gravel', 'Impeller casting'])),
    open: await as(supplier('Cobre', ['Crushed gravel', 'Impeller'])),
    'agency of the walled': await as(make('agency', 'Agency')),
    'agency of neither': await as(make('agency', 'Other agency')),
  }
  await as((tx) => insertFirms(tx, ids['agency of the walled'], [ids.walled]))
  const need = (title: string, text: string) => (tx: Transaction) =>
    makeNeed(tx, buyer, needContent({ title, text, categories: [{ scheme: 'CPV', code: '14212120' }] }))
  const needs = [await as(need('Gravel', gravel)), await as(need('Impellers', pumps))] as const
  const visit = visiting(house, system, identity)
  const file = await uploadFile(await visit(rival))
  return {
    house,
    system,
    ids,
    buyer,
    rival,
    needs,
    file,
    visit,
    bring: () =>
      as(async (tx) => {
        await insertPassport(tx, { id: asId<PassportId>(uuidv7()), organisationId: rival, content: rivalContent(file) })
        const version = (await publishPassport(tx, rival, 1, null)) ?? 0
        await referToFiles(tx, rival, version, [file])
        await record(tx, 'passport.published', { organisationId: rival, version }, { organisationId: rival })
      }),
    settle: async () => {
      await untilWorked(house)
      await as(async (tx) => {
        for (const needId of needs)
          await record(tx, 'need.published', { needId, organisationId: buyer, version: 1 }, { organisationId: buyer })
      })
      await untilWorked(house)
      await untilLevel(system)
      await untilFound(await visit(buyer), needs.length)
    },
    close: async () => {
      await Promise.all([system.close(), pool.close()])
      await house.stop()
    },
  }
}

/** All that a listener on an organisation's topic hears, as it comes. */
export function listen(
  visitor: Visitor,
  organisationId: OrganisationId,
): { heard: [LiveName, unknown][]; close: () => void } {
  const heard: [LiveName, unknown][] = []
  const live = new LiveVisitor(visitor, {
    message: (_topic, name, data) => heard.push([name as LiveName, data]),
    resync: () => undefined,
  })
  live.join(`organisation:${organisationId}`)
  return { heard, close: () => live.close() }
}
