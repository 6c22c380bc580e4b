import {
  checkReceipt,
  fromBase64,
  isConsistent,
  isIncluded,
  LogCheck,
  publicKeyOf,
  signCheckpoint,
  signerOf,
  type EntryBody,
  type LogLine,
} from '@enlace/audit-log'
import type { MemberActor, OrganisationId, OrganisationKind, UserId } from '@enlace/domain'
import { makeOrganisation, makePerson, testDatabase } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { databaseRoles, openDatabase, type Database } from '../open.ts'
import { asActor, asSystem } from '../transaction.ts'
import { listAuditEntries, readLogLines } from './audit-entry.reading.ts'
import { appendEntry, forgetPerson, pseudonymsOf, type NewEntry, type WrittenEntry } from './audit-entry.store.ts'
import { readConsistency, readInclusion, readLogTip, readRoot } from './audit-tree.reading.ts'

let url: string
let app: Database
let system: Database
let person: UserId
type Name = 'buyer' | 'other' | 'supplier' | 'platform'
const organisations = {} as Record<Name, OrganisationId>
const kindOf = (name: Name): OrganisationKind => (name === 'other' ? 'buyer' : name)
beforeAll(async () => {
  url = await testDatabase()
  ;[app, system] = [openDatabase({ url, role: 'enlace_app' }), openDatabase({ url, role: 'enlace_system' })]
  await asSystem(system, async (tx) => {
    person = await makePerson(tx)
    for (const name of ['buyer', 'other', 'supplier', 'platform'] as const)
      organisations[name] = await makeOrganisation(tx, kindOf(name))
  })
})
afterAll(() => Promise.all([app.close(), system.close()]))

const member = (of: Name): MemberActor => ({
  kind: 'member',
  userId: person,
  organisationId: organisations[of],
  organisationKind: kindOf(of),
  role: 'owner',
})
const entry = (of: Name, more: Partial<NewEntry> = {}): NewEntry => ({
  act: 'need.published',
  by: { userId: person, organisationId: organisations[of] },
  subject: { needId: organisations.buyer },
  facts: { words: 'ñandú "quoted" \\ \u0001 𝄞', number: 1.5 },
  ...more,
})
const append = (of: Name, more?: Partial<NewEntry>): Promise<WrittenEntry> =>
  asActor(app, member(of), (tx) => appendEntry(tx, entry(of, more)))
const wholeLog = (): Promise<LogLine[]> =>
  asSystem(system, async (tx) => readLogLines(tx, { from: 0, size: (await readLogTip(tx)).size, limit: 10_000 }))
const seed = Buffer.alloc(32, 9)
const rootOf = (size: number) => asSystem(system, (tx) => readRoot(tx, size))

it('numbers entries without a gap and proves each, while forty transactions write at once and some of them fail', async () => {
  const written = await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      asActor(app, member('buyer'), async (tx) => {
        const first = await appendEntry(tx, entry('buyer', { facts: { n } }))
        const second = n % 5 === 0 ? await appendEntry(tx, entry('buyer', { facts: { n, second: true } })) : null
        if (n % 4 === 0) throw new Error('rolled back')
        return second === null ? [first] : [first, second]
      }).catch(() => []),
    ),
  )
  const kept = written.flat().toSorted((a, b) => a.index - b.index)
  expect(kept.length).toBeGreaterThan(30)
  expect(kept.map(({ index }) => index)).toEqual(kept.map((_, index) => index))
  const key = { origin: kept[0]?.origin ?? '', publicKey: publicKeyOf(seed) }
  const checkpoints = kept.map(({ origin, index, at, body, facts, salt, root, proof }) => {
    const signed = signCheckpoint({ origin, size: index + 1, root: fromBase64(root) ?? seed, at }, signerOf(seed))
    const opened = checkReceipt({ index, at, entry: body, facts, salt, ...signed, proof }, key)
    if (typeof opened === 'string') throw new Error(`entry ${index}: ${opened}`)
    return opened
  })
  const check = new LogCheck(checkpoints)
  for (const line of await wholeLog()) check.add(line)
  expect([check.end(), check.size]).toEqual([[], kept.length])
})

it('proves every entry in every later tree, and every tree in every later one, from its stored nodes', async () => {
  const { size } = await asSystem(system, readLogTip)
  const lines = await wholeLog()
  const roots = await Promise.all(lines.map((_, index) => rootOf(index + 1)))
  await asSystem(system, async (tx) => {
    for (let to = 1; to <= size; to += 3)
      for (let from = 1; from <= to; from += 2) {
        const [root, earlier] = [roots[to - 1] ?? seed, roots[from - 1] ?? seed]
        const leaf = fromBase64(lines[from - 1]?.hash ?? '') ?? seed
        const path = (await readInclusion(tx, from - 1, to)).map((hash) => fromBase64(hash) ?? seed)
        expect([from, to, isIncluded(leaf, from - 1, to, path, root)]).toEqual([from, to, true])
        const joint = (await readConsistency(tx, from, to)).map((hash) => fromBase64(hash) ?? seed)
        expect([from, to, isConsistent({ size: from, root: earlier }, { size: to, root }, joint)]).toEqual([
          from,
          to,
          true,
        ])
      }
  })
})

describe('nobody', () => {
  const tables = ['audit_log', 'audit_entries', 'audit_facts', 'audit_nodes', 'audit_checkpoints', 'audit_salts']
  const allowed = new Set([
    'enlace_system delete audit_facts',
    'enlace_system delete audit_salts',
    'enlace_app insert audit_checkpoints',
  ])

  it('of our roles changes or deletes, and nobody adds but through the one function', async () => {
    const rows = await asSystem(system, (tx) =>
      tx.execute<{ right: string }>(sql`
        select role || ' ' || act || ' ' || name as right
        from unnest(${`{${databaseRoles.join(',')}}`}::text[]) as role, unnest('{insert,update,delete,truncate}'::text[]) as act,
          unnest(${`{${tables.join(',')}}`}::text[]) as name
        where has_table_privilege(role, name, act)`),
    )
    expect(new Set(rows.map(({ right }) => right))).toEqual(allowed)
  })

  it('changes an entry, not even the owner of the tables, as long as the trigger stands', async () => {
    const owner = postgres(url, { max: 1, onnotice: () => undefined })
    const statements = [
      `update audit_entries set body = body`,
      `delete from audit_entries`,
      `truncate audit_entries cascade`,
      `update audit_nodes set hash = hash`,
      `update audit_facts set facts = '{}'`,
      `update audit_log set id = gen_random_uuid()`,
    ]
    for (const statement of statements) await expect(owner.unsafe(statement), statement).rejects.toThrow('only grows')
    // Without it the same statement goes through: it is the trigger that refuses.
    const changed = await owner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      return (await tx`update audit_entries set body = body`).count
    })
    expect(changed).toBeGreaterThan(0)
    await owner.end()
  })

  it('sees entries of others: an organisation its own, a bidder those on its bid, the platform all', async () => {
    const theirs = await append('other', { subject: { bidderId: organisations.supplier } })
    const seen = async (of: Name): Promise<[boolean, number]> => {
      const items = await asActor(app, member(of), (tx) =>
        listAuditEntries(tx, { before: null, act: null, limit: 100 }),
      )
      const lines = await asActor(app, member(of), (tx) =>
        readLogLines(tx, { from: theirs.index, size: theirs.index + 1, limit: 1 }),
      )
      expect(lines[0]?.hash).toEqual(expect.any(String))
      expect([typeof lines[0]?.body, typeof lines[0]?.facts]).toEqual(
        items.some(({ index }) => index === theirs.index) ? ['string', 'string'] : ['object', 'object'],
      )
      return [items.some(({ index }) => index === theirs.index), items.length]
    }
    expect(await seen('other')).toEqual([true, 1])
    expect(await seen('supplier')).toEqual([true, 1])
    expect((await seen('buyer'))[0]).toBe(false)
    expect(await seen('platform')).toEqual([true, theirs.index + 1])
  })
})

it('forgets a person, and still proves every entry', async () => {
  const stranger = await asSystem(system, (tx) => makePerson(tx))
  const { body, index } = await append('buyer', {
    act: 'member.changed',
    by: { userId: stranger, organisationId: organisations.buyer },
    subject: { userId: stranger },
  })
  const { actor, subject } = JSON.parse(body) as EntryBody
  expect(body).not.toContain(stranger)
  expect(subject).toEqual({ person: actor })
  const known = () => asSystem(system, async (tx) => (await pseudonymsOf(tx, [stranger])).get(stranger))
  expect(await known()).toBe(actor)
  await asSystem(system, (tx) => forgetPerson(tx, stranger))
  await asSystem(system, (tx) => tx.execute(sql`delete from audit_facts where index = ${index}`))
  expect(await known()).toBeUndefined()
  const check = new LogCheck([{ origin: '', size: index + 1, root: await rootOf(index + 1), at: '' }])
  for (const line of await wholeLog()) check.add(line)
  expect(check.end()).toEqual([])
})

it('gives everybody who comes a salt of their own, and takes it with the account', async () => {
  const salts = () =>
    asSystem(system, (tx) =>
      tx.execute<{ n: number }>(
        sql`select count(*)::int as n, count(distinct salt)::int as different from audit_salts where length(salt) = 32`,
      ),
    )
  const before = (await salts())[0]
  const gone = await asSystem(system, (tx) => makePerson(tx))
  expect((await salts())[0]).toEqual({ n: (before?.n ?? 0) + 1, different: (before?.n ?? 0) + 1 })
  await asSystem(system, (tx) => tx.execute(sql`delete from users where id = ${gone}`))
  expect((await salts())[0]).toEqual(before)
})
