import { randomUUID } from 'node:crypto'

import { at, missing, plain, type Ask, type Asks } from './tenancy-ask.ts'
import type { World } from './tenancy-world.ts'

const said = (...texts: readonly string[]) => ({ phrases: texts.map((text) => ({ language: 'en', text })) })
/** A new line of the supplier, by its id. */
const lineOfSupplier = async (world: World, body?: object): Promise<Ask> => {
  const { client } = await world.as('supplier')
  const url = `/api/glossary/${randomUUID()}`
  await client.put(url, said(`canary-gloss ${randomUUID()}`, `words ${randomUUID()}`))
  return at(url, body)
}

/** A decision of the buyer in the audit log. */
const entryOfBuyer = async (world: World): Promise<number> => {
  const { client } = await world.as('buyer')
  await client.post('/api/needs', { title: 'Logged', text: 'Dust suppressant for haul roads.', publish: true })
  const { items } = (await client.get('/api/audit-log/entries?limit=1')).body as { items: { index: number }[] }
  return items[0]?.index ?? -1
}
const ofSupplier = (path = '', body?: unknown): Asks => ({
  missing: () => at(`/api/exclusions/${missing}${path}`, body),
  'own or of the supplier': (world) => at(`/api/exclusions/${world.organisations.supplier}${path}`, body),
})
const log = (path: string): Asks => ({
  '-': async (world) => {
    await entryOfBuyer(world)
    return at(`/api/audit-log/${path}`)
  },
})

/** How operations of those who look after suppliers and the market are asked, and those of the glossaries. */
export const careAsks: Readonly<Record<string, Asks>> = {
  readGlossary: {
    '-': async (world) => {
      await lineOfSupplier(world)
      return at('/api/glossary')
    },
  },
  putGlossaryLine: {
    own: () => at(`/api/glossary/${randomUUID()}`, said(randomUUID(), randomUUID())),
    'id of a line of the supplier': (world) => lineOfSupplier(world, said(randomUUID(), randomUUID())),
  },
  deleteGlossaryLine: {
    missing: () => at(`/api/glossary/${missing}`),
    'of the supplier': (world) => lineOfSupplier(world),
  },
  readExclusions: ofSupplier(),
  stateExclusion: ofSupplier('/weapons', { says: 'none', on: '2026-01-01', source: 'A visit' }),
  answerExclusion: {
    missing: (world) =>
      at(`/api/exclusions/${world.organisations.supplier}/weapons/${missing}/answer`, { answer: 'No' }),
  },
  readExclusionPolicy: plain('/api/exclusion-policy'),
  setExclusionPolicy: plain('/api/exclusion-policy', { grounds: ['weapons'] }),
  listFirms: plain('/api/firms'),
  readFairness: plain('/api/fairness'),
  setFairness: plain('/api/fairness/all', { floor: true, periodDays: 90, tolerance: 0.02, newShare: 0.1, revision: 1 }),
  listSigns: plain('/api/signs'),
  listCallSigns: plain('/api/call-signs'),
  explainCallSign: { missing: () => at(`/api/call-signs/${missing}/explanation`, { explanation: 'One market' }) },
  listTwins: plain('/api/twins'),
  mergeTwins: {
    missing: () => at('/api/twins/merge', { survivorId: missing, absorbedId: missing.replace(/0$/, '1'), take: [] }),
    'of the supplier': (world) =>
      at('/api/twins/merge', {
        survivorId: world.organisations.supplier,
        absorbedId: world.organisations.stranger,
        take: ['capabilities'],
      }),
  },
  denyTwins: {
    missing: () => at('/api/twins/deny', { oneId: missing, otherId: missing.replace(/0$/, '1') }),
    'of the supplier': (world) =>
      at('/api/twins/deny', { oneId: world.organisations.supplier, otherId: world.organisations.stranger }),
  },
  undoMerge: { missing: () => at(`/api/twins/merges/${missing}/undo`) },
  readDemand: plain('/api/demand'),
  readAuditKey: plain('/api/audit-log/key'),
  readCheckpoint: log('checkpoint'),
  proveConsistency: log('consistency?from=1&to=1'),
  listEntries: log('entries'),
  exportAuditLog: log('export.jsonl'),
  readReceipt: {
    missing: () => at('/api/audit-log/entries/281474976710655/receipt'),
    'of the buyer': async (world) => at(`/api/audit-log/entries/${await entryOfBuyer(world)}/receipt`),
  },
}
