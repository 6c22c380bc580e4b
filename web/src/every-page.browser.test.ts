import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type {
  listCalls,
  listLinkages,
  listNeeds,
  listSavedSearches,
  Output,
  readFeed,
  readImport,
  searchSuppliers,
  startImport,
  writeCall,
} from '@enlace/contracts'
import { passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import type { APIRequestContext, Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openBrowser } from './testing/open-browser.ts'
import { desk, lookName, pairedLooks, visit, type Door, type Look, type Visit } from './testing/visit.ts'

let origin: string
let browser: Browser

type Ask = APIRequestContext
const read = async <Body>(ask: Ask, path: string): Promise<Body> => (await (await ask.get(path)).json()) as Body

/** The need that the demo's story is about, which has something of everything. */
async function storyNeed(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof listNeeds>>(ask, '/api/needs?kind=need&limit=50')
  return `/needs/${items.find(({ title }) => title.startsWith('Dust suppressant for 38 km'))?.id}`
}

async function anySupplier(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof searchSuppliers>>(ask, '/api/search/suppliers?limit=1')
  return `/suppliers/${items[0]?.supplier.id}`
}

async function anyLinkage(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof listLinkages>>(ask, '/api/linkages?limit=100&stage=contract')
  return `/linkages/${items[0]?.id}#values`
}

/** Puts two people on the map of who decides, so that there is a list; the same again changes nothing. */
async function decisionMap(ask: Ask): Promise<string> {
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

async function firstOfFeed(ask: Ask): Promise<string> {
  const { items } = await read<Output<typeof readFeed>>(ask, '/api/feed?limit=1')
  return `/open-needs/${items[0]?.need.id}`
}

/** Saves a search for pumps and one for everything, so that there is a list. */
async function savedSearches(ask: Ask): Promise<string> {
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

/** Writes a call that is not sealed, whose opening says so. */
async function plainCall(ask: Ask): Promise<string> {
  const call = {
    kind: 'rfi',
    title: 'Who makes seals?',
    sealing: 'plain',
    deadline: new Date(Date.now() + 9 * 86_400_000).toISOString(),
  }
  const answer = await ask.post('/api/calls', { data: call, headers: { origin } })
  return `/calls/${((await answer.json()) as Output<typeof writeCall>).id}/opening`
}

/** Names a rival by words, so that there is a list; the same again changes nothing. */
async function namedRivals(ask: Ask): Promise<string> {
  for (const rival of [
    { by: 'name', name: 'Talleres del Sur' },
    { by: 'tax-id', taxId: '76.543.210-K' },
  ])
    await ask.post('/api/rivals', { data: rival, headers: { origin } })
  return '/organisation/rivals'
}

/** Puts a line into the glossary, so that there is a list; the same again changes nothing. */
async function ownGlossary(ask: Ask): Promise<string> {
  const phrases = [
    { language: 'es', text: 'quillay' },
    { language: 'en', text: 'soapbark tree' },
  ]
  const id = '0190a000-0000-7000-8000-0000000000aa'
  await ask.put(`/api/glossary/${id}`, { data: { phrases }, headers: { origin } })
  return '/organisation/glossary'
}

/** A plain draft that asks for a little of everything; once there, it is found again. */
async function draftCall(ask: Ask): Promise<string> {
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
async function sentList(ask: Ask): Promise<string> {
  const answer = await ask.post('/api/imports?what=suppliers&dryRun=true&fileName=firms.csv', {
    data: Buffer.from('name,country,capabilities,staff\nMolino,CL,Flour,12\nTaller,CL,Welding,many\n'),
    headers: { origin, 'content-type': 'text/csv' },
  })
  const { id } = (await answer.json()) as Output<typeof startImport>
  const stateNow = async () => (await read<Output<typeof readImport>>(ask, `/api/imports/${id}`)).state
  await expect.poll(stateNow, { timeout: 20_000 }).toBe('checked')
  return `/imports/${id}`
}

/** A call of the buyer's own whose only envelope is open, so that it can be scored. */
async function openedCall(ask: Ask): Promise<string> {
  const send = async (path: string, data: object): Promise<{ id: string }> =>
    (await (await ask.post(`/api/calls${path}`, { data, headers: { origin } })).json()) as { id: string }
  const { id } = await send('', {
    ...{ kind: 'rfq', title: 'Seals to be scored', sealing: 'plain', envelopes: ['technical'], threshold: 1 },
    criteria: [{ key: 'method', envelope: 'technical', name: 'Method', weight: 100 }],
    deadline: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  })
  await send(`/${id}/publish`, {})
  await passDeadline(await sharedHouse(), id)
  await send(`/${id}/releases`, { envelope: 'technical', shares: [] })
  return `/calls/${id}`
}

/** One whose only evaluator handed the card in, so that it can be moderated. */
async function scoredCall(ask: Ask): Promise<string> {
  const at = await openedCall(ask)
  await ask.post(`/api${at}/scorecard/declaration`, { data: { conflicts: [] }, headers: { origin } })
  await ask.post(`/api${at}/scorecard/submit`, { data: {}, headers: { origin } })
  return at
}

/** Gives the first challenge a brief, so that there is one; where it has one already, it stays. */
async function briefedChallenge(ask: Ask): Promise<string> {
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

type Listed = {
  /** Its folder in routes/. */
  readonly route: string
  readonly as: Door
  /** Where it is, or how its address is found where it names a thing. */
  readonly at: string | ((ask: Ask) => Promise<string>)
  /** Words that only this page has, where the heading could be another's. */
  readonly says?: RegExp
}
const missing = /does not exist|no existe/

/** Every page there is, and who looks at it. */
const pages: readonly Listed[] = [
  { route: '(public)', as: null, at: '/', says: /The supplier that fits|El proveedor que encaja/ },
  { route: '(public)/sign-in', as: null, at: '/sign-in', says: /Welcome back|Qué bueno verte/ },
  { route: '(public)/sign-in/link', as: null, at: '/sign-in/link' },
  { route: '(public)/sign-up', as: null, at: '/sign-up' },
  { route: '(public)/sign-up/confirm', as: null, at: '/sign-up/confirm' },
  { route: '(public)/password/forgotten', as: null, at: '/password/forgotten' },
  { route: '(public)/password/new', as: null, at: '/password/new' },
  { route: '(public)/unsubscribe', as: null, at: '/unsubscribe' },
  { route: '(public)/follow-up', as: null, at: '/follow-up' },
  { route: '(public)/invitation', as: null, at: '/invitation' },
  { route: '+error', as: null, at: '/nowhere', says: missing },
  { route: 'dev/ui', as: null, at: '/dev/ui', says: /Polímeros del Loa/ },
  { route: 'mailbox', as: 'buyer', at: '/mailbox' },
  { route: '(app)/needs', as: 'buyer', at: '/needs' },
  { route: '(app)/needs/new', as: 'buyer', at: '/needs/new' },
  { route: '(app)/needs/[id]', as: 'buyer', at: storyNeed },
  { route: '(app)/needs/[id]/edit', as: 'buyer', at: async (ask) => `${await storyNeed(ask)}/edit` },
  { route: '(app)/calls', as: 'buyer', at: async (ask) => (await draftCall(ask)).replace(/\/[^/]*$/, '') },
  {
    route: '(app)/calls/new',
    as: 'buyer',
    at: async (ask) => `/calls/new?need=${(await storyNeed(ask)).split('/').at(-1)}`,
  },
  { route: '(app)/calls/[id]', as: 'buyer', at: draftCall },
  { route: '(app)/calls/[id] seats', as: 'buyer', at: async (ask) => `${await draftCall(ask)}#seats` },
  { route: '(app)/calls/[id]/edit', as: 'buyer', at: async (ask) => `${await draftCall(ask)}/edit` },
  { route: '(app)/calls/[id]/questions', as: 'buyer', at: async (ask) => `${await openedCall(ask)}/questions` },
  { route: '(app)/calls/[id]/award', as: 'buyer', at: async (ask) => `${await draftCall(ask)}/award` },
  { route: '(app)/challenges', as: 'buyer', at: '/challenges' },
  { route: '(app)/challenges/[id]', as: 'buyer', at: briefedChallenge },
  { route: '(app)/challenges/portfolio', as: 'buyer', at: '/challenges/portfolio' },
  { route: '(app)/proposals', as: 'supplier', at: '/proposals' },
  { route: '(app)/suppliers', as: 'buyer', at: '/suppliers' },
  { route: '(app)/suppliers/[id]', as: 'buyer', at: anySupplier },
  { route: '(app)/calls/[id]/opening', as: 'buyer', at: plainCall },
  { route: '(app)/account', as: 'buyer', at: '/account' },
  { route: '(app)/account/opening-key', as: 'buyer', at: '/account/opening-key' },
  { route: '(app)/organisation', as: 'buyer', at: '/organisation' },
  { route: '(app)/organisation/details', as: 'buyer', at: '/organisation/details' },
  { route: '(app)/organisation/rivals', as: 'supplier', at: namedRivals },
  { route: '(app)/organisation/decisions', as: 'buyer', at: decisionMap },
  { route: '(app)/scorecards', as: 'buyer', at: '/scorecards' },
  { route: '(app)/calls/[id]/score', as: 'buyer', at: async (ask) => `${await openedCall(ask)}/score` },
  { route: '(app)/calls/[id]/moderate', as: 'buyer', at: async (ask) => `${await scoredCall(ask)}/moderate` },
  { route: '(app)/linkages', as: 'buyer', at: '/linkages' },
  { route: '(app)/linkages of a supplier', as: 'supplier', at: '/linkages' },
  { route: '(app)/linkages/[id]', as: 'supplier', at: anyLinkage },
  { route: '(app)/organisation/glossary', as: 'buyer', at: '/organisation/glossary' },
  { route: '(app)/organisation/glossary with a line', as: 'supplier', at: ownGlossary },
  { route: '(app)/welcome', as: 'buyer', at: '/welcome' },
  { route: '(app)/open-needs', as: 'supplier', at: '/open-needs' },
  { route: '(app)/open-needs/[id]', as: 'supplier', at: firstOfFeed },
  { route: '(app)/for-you', as: 'supplier', at: '/for-you' },
  { route: '(app)/gaps', as: 'supplier', at: '/gaps' },
  { route: '(app)/passport', as: 'supplier', at: '/passport' },
  { route: '(app)/alerts', as: 'supplier', at: savedSearches },
  { route: '(app)/notifications', as: 'supplier', at: '/notifications' },
  { route: '+error for members', as: 'supplier', at: '/nowhere', says: missing },
  { route: '(app)/firms', as: 'agency', at: '/firms' },
  { route: '(app)/firms/twins', as: 'agency', at: '/firms/twins' },
  { route: '(app)/demand', as: 'agency', at: '/demand' },
  { route: '(app)/fairness', as: 'agency', at: '/fairness' },
  { route: '(app)/imports', as: 'agency', at: '/imports' },
  { route: '(app)/imports/[id]', as: 'agency', at: sentList },
  { route: 'status', as: 'admin', at: '/status' },
  { route: '(app)/queues', as: 'admin', at: '/queues' },
  { route: '(app)/models', as: 'admin', at: '/models' },
  { route: '(app)/audit', as: 'buyer', at: '/audit' },
  { route: '(app)/audit of the platform', as: 'admin', at: '/audit' },
]

const routes = readdirSync(join(import.meta.dirname, 'routes'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, ''))

beforeAll(async () => {
  ;[{ url: origin }, browser] = await Promise.all([sharedHouse(), openBrowser()])
}, 240_000)
afterAll(() => browser?.close())

/** Nobody has proposed in the demo; what a proposal looks like is seen in challenge.browser.test.ts. */
const seenElsewhere = ['(app)/proposals/[id]']

it('names every page there is', () => {
  expect(routes.filter((route) => !pages.some((page) => page.route === route))).toEqual(seenElsewhere)
})

it('finds a barrier where there is one', async () => {
  const { page, context, go } = await visit(browser, origin, desk)
  await go('/')
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect((await findBarriers(page)).map((barrier) => barrier.split(':')[0])).toEqual(['button-name'])
  await context.close()
})

const pictureName = (route: string, look: Look): string =>
  `${route.replace(/[()[\]+]/g, '').replaceAll(/[/ ]/g, '-')}-${lookName(look)}`

// One window per person and look: a window costs more than a page in it.
describe.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('at $name', ({ look }) => {
  describe.each([null, 'buyer', 'supplier', 'agency', 'admin'] as const)('for %s', (as) => {
    let seen: Visit
    beforeAll(async () => {
      seen = await visit(browser, origin, look, as)
      await bringAxe(seen.context)
    })
    afterAll(() => seen?.context.close())

    it.each(pages.filter((page) => page.as === as))(
      '$route has no barrier, no complaint and no sideways scrolling',
      async ({ route, at, says }) => {
        const { page, context, complaints, go } = seen
        complaints.length = 0
        await go(typeof at === 'string' ? at : await at(context.request))
        if (says !== undefined) await page.getByText(says).first().waitFor()
        await takePicture(page, pictureName(route, look))
        expect({
          locale: await page.evaluate(() => document.documentElement.lang),
          barriers: await findBarriers(page),
          overflow: await overflowOf(page),
          complaints,
        }).toEqual({ locale: look.locale, barriers: [], overflow: 0, complaints: [] })
      },
    )
  })
})
