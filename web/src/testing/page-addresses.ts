import type {
  listCalls,
  listInnovations,
  listLinkages,
  listMatchdays,
  listNeeds,
  listSavedSearches,
  Output,
  readFeed,
  readImport,
  searchSuppliers,
  startImport,
  startInnovation,
  writeCall,
} from '@enlace/contracts'
import { passDeadline, sharedHouse } from '@enlace/testing'
import type { APIRequestContext } from 'playwright-core'
import { expect } from 'vitest'

/** How the pages of a house are found that name a thing; what is not there yet is made. */
export type Ask = APIRequestContext
const read = async <Body>(ask: Ask, path: string): Promise<Body> => (await (await ask.get(path)).json()) as Body

/** The need that the demo's story is about, which has something of everything. */
export async function storyNeed(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof listNeeds>>(ask, '/api/needs?kind=need&limit=50')
  return `/needs/${items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id}`
}

export async function anySupplier(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof searchSuppliers>>(ask, '/api/search/suppliers?limit=1')
  return `/suppliers/${items[0]?.supplier.id}`
}

export async function anyLinkage(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof listLinkages>>(ask, '/api/linkages?limit=100&stage=contract')
  return `/linkages/${items[0]?.id}#values`
}

/** Puts two people on the map of who decides, so that there is a list; the same again changes nothing. */
export async function decisionMap(ask: Ask, origin: string): Promise<string> {
  const people = [
    { role: 'needs', title: 'Head of roads', name: null, outsourcedTo: null, shownFrom: 'match' },
    {
      role: 'tests',
      title: 'Dust laboratory',
      name: null,
      outsourcedTo: 'Instituto del Polvo',
      shownFrom: 'conversation',
    },
  ]
  await ask.put('/api/decision-map', { data: { people }, headers: { origin } })
  return '/organisation/decisions'
}

export async function firstOfFeed(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof readFeed>>(ask, '/api/feed?limit=1')
  return `/open-needs/${items[0]?.need.id}`
}

/** Saves a search for pumps and one for everything, so that there is a list. */
export async function savedSearches(ask: Ask, origin: string): Promise<string> {
  const { items } = await read<Output<typeof listSavedSearches>>(ask, '/api/saved-searches')
  const pumps = { query: 'pumps', filters: { country: ['CL', 'PE'], certificate: ['ISO 9001'] } }
  for (const one of [
    { name: 'Pumps in Chile and Peru', rhythm: 'instant', ...pumps },
    { name: 'All there is', rhythm: 'weekly', query: '', filters: {} },
  ])
    if (items.length === 0)
      await ask.post('/api/saved-searches', { data: { ...one, searched: 'needs' }, headers: { origin } })
  return '/alerts'
}

/** Names a rival by words, so that there is a list; the same again changes nothing. */
export async function namedRivals(ask: Ask, origin: string): Promise<string> {
  for (const rival of [
    { by: 'name', name: 'Talleres del Sur' },
    { by: 'tax-id', taxId: '76.543.210-K' },
  ])
    await ask.post('/api/rivals', { data: rival, headers: { origin } })
  return '/organisation/rivals'
}

/** Puts a line into the glossary, so that there is a list; the same again changes nothing. */
export async function ownGlossary(ask: Ask, origin: string): Promise<string> {
  const phrases = [
    { language: 'es', text: 'quillay' },
    { language: 'en', text: 'soapbark tree' },
  ]
  const id = '0190a000-0000-7000-8000-0000000000aa'
  await ask.put(`/api/glossary/${id}`, { data: { phrases }, headers: { origin } })
  return '/organisation/glossary'
}

/** A plain draft that asks for a little of everything; once there, it is found again. */
export async function draftCall(ask: Ask, origin: string): Promise<string> {
  const { items } = await read<Output<typeof listCalls>>(ask, '/api/calls?limit=50')
  const known = items.find(({ title, phase }) => title === 'Belt scrapers' && phase === 'draft')
  if (known !== undefined) return `/calls/${known.id}`
  const lots = ['Primary belts', 'Secondary belts'].map((title) => ({ title, quantity: { value: 12, unit: 'unit' } }))
  const answer = await ask.post('/api/calls', {
    data: {
      kind: 'rfp',
      title: 'Belt scrapers',
      text: 'Scrapers for conveyor belts, with installation.',
      sealing: 'plain',
      envelopes: ['technical', 'price'],
      lots,
      fields: [{ key: 'how', envelope: 'technical', label: 'How would you install them?', maxWords: 120 }],
      criteria: [
        { key: 'method', envelope: 'technical', name: 'Method', weight: 40 },
        { key: 'price', envelope: 'price', name: 'Price', weight: 60 },
      ],
      deadline: new Date(Date.now() + 20 * 86_400_000).toISOString(),
      threshold: 1,
    },
    headers: { origin },
  })
  return `/calls/${((await answer.json()) as Output<typeof writeCall>).id}`
}

/** Sends a small list to be looked at, one row of which is wrong, and waits until the worker has looked. */
export async function sentList(ask: Ask, origin: string): Promise<string> {
  const answer = await ask.post('/api/imports?what=suppliers&dryRun=true&fileName=firms.csv', {
    data: Buffer.from('name,country,capabilities,staff\nMolino,CL,Flour,12\nTaller,CL,Welding,many\n'),
    headers: { origin, 'content-type': 'text/csv' },
  })
  const { id } = (await answer.json()) as Output<typeof startImport>
  const stateNow = async () => (await read<Output<typeof readImport>>(ask, `/api/imports/${id}`)).state
  await expect.poll(stateNow, { timeout: 20_000 }).toBe('checked')
  return `/imports/${id}`
}

/** A call of the buyer's own whose only envelope is open, so that it can be scored; once there, it is found again. */
export const openedCall = (ask: Ask, origin: string): Promise<string> => openCall(ask, origin, 'Seals to be scored')

/** One whose only evaluator handed the card in, so that it can be moderated; the same again changes nothing. */
export async function scoredCall(ask: Ask, origin: string): Promise<string> {
  const at = await openCall(ask, origin, 'Seals that are scored')
  await ask.post(`/api${at}/scorecard/declaration`, { data: { conflicts: [] }, headers: { origin } })
  await ask.post(`/api${at}/scorecard/submit`, { data: {}, headers: { origin } })
  return at
}

async function openCall(ask: Ask, origin: string, title: string): Promise<string> {
  const { items } = await read<Output<typeof listCalls>>(ask, '/api/calls?limit=50')
  const known = items.find((one) => one.title === title)
  if (known !== undefined) return `/calls/${known.id}`
  const send = async (path: string, data: object): Promise<{ id: string }> =>
    (await (await ask.post(`/api/calls${path}`, { data, headers: { origin } })).json()) as { id: string }
  const { id } = await send('', {
    ...{ kind: 'rfq', title, sealing: 'plain', envelopes: ['technical'], threshold: 1 },
    criteria: [{ key: 'method', envelope: 'technical', name: 'Method', weight: 100 }],
    deadline: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  })
  await send(`/${id}/publish`, {})
  await passDeadline(await sharedHouse(), id)
  await send(`/${id}/releases`, { envelope: 'technical', shares: [] })
  return `/calls/${id}`
}

/** Shows an innovation, so that there is one; once there, it is found again. */
export async function shownInnovation(ask: Ask, origin: string): Promise<string> {
  const { items } = await read<Output<typeof listInnovations>>(ask, '/api/innovations?limit=50')
  const known = items.find(({ state }) => state === 'published')
  if (known !== undefined) return `/innovations/${known.id}`
  const content = {
    title: 'Fog nets against dust',
    problem: 'Haul roads raise dust and drink water that the valley below lacks.',
    solution: 'Nets of fine mesh bind the dust with the fog of the coast.',
    theme: 'water',
    maturity: 'pilot-done',
    seeks: ['pilot-site', 'buyer'],
    evidence: 'Six weeks at a limestone quarry: 40 % less water.',
    references: [{ text: 'Quarry road, 3 km', customer: 'Cantera Alta', year: 2025 }],
  }
  const data = { content, confidential: 'The mesh repels water on one side.' }
  const written = await ask.post('/api/innovations', { data, headers: { origin } })
  const { id, revision } = (await written.json()) as Output<typeof startInnovation>
  await ask.post(`/api/innovations/${id}/publish`, { data: { revision }, headers: { origin } })
  return `/innovations/${id}`
}
export const ownInnovations = async (ask: Ask, origin: string): Promise<string> =>
  (await shownInnovation(ask, origin)).replace(/\/[^/]*$/, '')

/** Gives the first challenge a brief, so that there is one; where it has one already, it stays. */
export async function briefedChallenge(ask: Ask, origin: string): Promise<string> {
  const { items } = await read<Output<typeof listNeeds>>(ask, '/api/needs?kind=challenge&limit=1')
  const content = {
    theme: 'water',
    baseline: 'Haul roads take 1,200 m3 of water a day.',
    question: 'How can dust be kept down with half the water?',
    money: {
      currency: 'USD',
      cashFlows: [-100_000, 50_000, 90_000],
      discountRate: 10,
      assumptions: 'Water at 2.1 USD.',
    },
    stageDays: { screening: 14, proposal: 21, pilot: 30, 'test-site': 45 },
  }
  const data = { content, quorum: 2, revision: 0 }
  await ask.put(`/api/challenges/${items[0]?.id}/brief`, { data, headers: { origin } })
  return `/challenges/${items[0]?.id}`
}

/** The matchday of the demo that stands so: open for firms, with its timetable out, or over. */
export async function matchdayThatIs(ask: Ask, state: 'open' | 'published' | 'closed'): Promise<string> {
  const { items } = await read<Output<typeof listMatchdays>>(ask, '/api/matchdays?limit=50')
  const found = items.find((one) => one.state === state)
  if (found === undefined) throw new Error(`no matchday of the demo is ${state}`)
  return `/matchdays/${found.id}`
}
