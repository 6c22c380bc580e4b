import { afterAll, beforeAll, expect, it } from 'vitest'

import {
  asSystem,
  keepExcludedGrounds,
  keepStatement,
  openDatabase,
  readRanking,
  record,
  type Database,
} from '@enlace/database'
import type { ExclusionGround, OrganisationId, StatementAnswer } from '@enlace/domain'
import { exclusionGrounds } from '@enlace/domain'
import { createLog } from '@enlace/runtime'
import { makeNeed, makeOrganisation, makeSupplier, needContent, passportContent, testDatabase } from '@enlace/testing'

import { settleAll, untold } from '../../test/settle.ts'
import type { Reaction } from '../reactions/reaction.ts'
import { openNeedBook } from './need-book.ts'
import { rankExclusions } from './rank-exclusions.ts'
import { rankNeed } from './rank-need.ts'
import { openRankingBooks } from './ranking-books.ts'

const log = createLog('worker-test', 'silent')
let database: Database
let reactions: Readonly<Record<string, Reaction>>
beforeAll(async () => {
  database = openDatabase({ url: await testDatabase(), role: 'enlace_system', maxConnections: 10 })
  const [books, needs] = [openRankingBooks(database), openNeedBook(database)]
  reactions = { 'rank-need': rankNeed(books, untold), 'rank-exclusions': rankExclusions(database, books, needs) }
})
afterAll(() => database.close())

/** Carries out everything recorded so far. */
const settle = (): Promise<void> => settleAll(database, log, reactions)
const say = (supplierId: OrganisationId, byId: OrganisationId, ground: ExclusionGround, says: StatementAnswer) =>
  asSystem(database, async (tx) => {
    const [on, source] = supplierId === byId ? [null, ''] : ['2026-02-03', 'Register 7']
    await keepStatement(tx, {
      supplierId,
      byId,
      ground,
      says,
      on,
      source,
      list: ground === 'sanctions' ? 'List A' : '',
      fileId: null,
    })
    await record(tx, 'exclusion.stated', { organisationId: supplierId, byId, ground }, { organisationId: supplierId })
  })

it('what is said of a supplier and for what a buyer excludes turn the gate of its match within one ranking', async () => {
  const { buyer, agency, firm, needId } = await asSystem(database, async (tx) => {
    const [one, two] = [
      await makeOrganisation(tx, 'buyer', 'Mina Sur'),
      await makeOrganisation(tx, 'agency', 'Agencia Norte'),
    ]
    const supplier = await makeSupplier(tx, 'Sellos', passportContent('Pump seals for slurry pumps'))
    const id = await makeNeed(tx, one, needContent({ title: 'Pump seals', text: 'Seals for slurry pumps' }))
    await record(tx, 'need.published', { needId: id, organisationId: one, version: 1 }, { organisationId: one })
    return { buyer: one, agency: two, firm: supplier, needId: id }
  })
  const gate = async () => {
    await settle()
    const ranking = await asSystem(database, (tx) => readRanking(tx, needId))
    const match = ranking?.items.find(({ supplier }) => supplier.id === firm)?.match
    return [match?.gates.find(({ id }) => id === 'exclusions') ?? null, match !== undefined && match.score > 0] as const
  }
  expect(await gate()).toEqual([
    { id: 'exclusions', verdict: 'unstated', detail: { open: exclusionGrounds.join(', ') }, evidence: null },
    true,
  ])
  for (const ground of exclusionGrounds) await say(firm, firm, ground, 'none')
  const [passed, running] = await gate()
  expect([passed?.verdict, Object.keys(passed?.detail ?? {}), running]).toEqual(['pass', ['on'], true])
  await say(firm, agency, 'sanctions', 'yes')
  expect(await gate()).toEqual([
    {
      id: 'exclusions',
      verdict: 'fail',
      detail: { grounds: 'sanctions', on: '2026-02-03', by: 'Agencia Norte', source: 'List A, Register 7' },
      evidence: null,
    },
    false,
  ])
  await asSystem(database, async (tx) => {
    await keepExcludedGrounds(tx, buyer, ['weapons'])
    await record(tx, 'exclusions.set', { organisationId: buyer }, { organisationId: buyer })
  })
  expect((await gate()).map((part) => (part !== null && typeof part === 'object' ? part.verdict : part))).toEqual([
    'pass',
    true,
  ])
  await asSystem(database, async (tx) => {
    await keepExcludedGrounds(tx, buyer, [])
    await record(tx, 'exclusions.set', { organisationId: buyer }, { organisationId: buyer })
  })
  expect(await gate()).toEqual([null, true])
})
