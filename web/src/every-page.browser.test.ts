import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sharedHouse, takePicture } from '@enlace/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openBrowser } from './testing/open-browser.ts'
import {
  type Ask,
  anyLinkage,
  anySupplier,
  briefedChallenge,
  decisionMap,
  draftCall,
  firstOfFeed,
  namedRivals,
  openedCall,
  matchdayThatIs,
  ownGlossary,
  ownInnovations,
  savedSearches,
  scoredCall,
  sentList,
  shownInnovation,
  storyNeed,
} from './testing/page-addresses.ts'
import { desk, lookName, pairedLooks, visit, type Door, type Look, type Visit } from './testing/visit.ts'

let home: string
let browser: Browser

type Listed = {
  /** Its folder in routes/. */
  readonly route: string
  readonly as: Door
  /** Where it is, or how its address is found where it names a thing. */
  readonly at: string | ((ask: Ask, origin: string) => Promise<string>)
  /** Words that only this page has, where the heading could be another's. */
  readonly says?: RegExp
  /** The language that it speaks to every reader; else the reader's own. */
  readonly speaks?: 'en'
}
const missing = /does not exist|no existe/

/** Every page there is, and who looks at it. */
/** A page of a matchday of the demo. */
const atMatchday =
  (state: Parameters<typeof matchdayThatIs>[1], part: string): Exclude<Listed['at'], string> =>
  async (ask) =>
    `${await matchdayThatIs(ask, state)}${part}`

const pages: readonly Listed[] = [
  { route: '(public)', as: null, at: '/', says: /The supplier that fits|El proveedor que encaja/ },
  { route: '(public)/sign-in', as: null, at: '/sign-in', says: /Welcome back|Le damos la bienvenida/ },
  { route: '(public)/sign-in/link', as: null, at: '/sign-in/link' },
  { route: '(public)/sign-up', as: null, at: '/sign-up' },
  { route: '(public)/sign-up/confirm', as: null, at: '/sign-up/confirm' },
  { route: '(public)/password/forgotten', as: null, at: '/password/forgotten' },
  { route: '(public)/password/new', as: null, at: '/password/new' },
  { route: '(public)/unsubscribe', as: null, at: '/unsubscribe' },
  { route: '(public)/follow-up', as: null, at: '/follow-up' },
  { route: '(public)/invitation', as: null, at: '/invitation' },
  { route: '(public)/matchday-invitation', as: null, at: '/matchday-invitation' },
  { route: '(public)/interpreting', as: null, at: '/interpreting' },
  { route: '+error', as: null, at: '/nowhere', says: missing },
  { route: 'dev/ui', as: null, at: '/dev/ui', says: /Polímeros del Loa/ },
  { route: 'mailbox', as: 'buyer', at: '/mailbox' },
  { route: '(app)/needs', as: 'buyer', at: '/needs' },
  { route: '(app)/needs/new', as: 'buyer', at: '/needs/new' },
  { route: '(app)/needs/[id]', as: 'buyer', at: storyNeed },
  { route: '(app)/needs/[id]/edit', as: 'buyer', at: async (ask) => `${await storyNeed(ask)}/edit` },
  {
    route: '(app)/calls',
    as: 'buyer',
    at: async (ask, origin) => (await draftCall(ask, origin)).replace(/\/[^/]*$/, ''),
  },
  {
    route: '(app)/calls/new',
    as: 'buyer',
    at: async (ask) => `/calls/new?need=${(await storyNeed(ask)).split('/').at(-1)}`,
  },
  { route: '(app)/calls/[id]', as: 'buyer', at: draftCall },
  { route: '(app)/calls/[id] seats', as: 'buyer', at: async (ask, origin) => `${await draftCall(ask, origin)}#seats` },
  { route: '(app)/calls/[id]/edit', as: 'buyer', at: async (ask, origin) => `${await draftCall(ask, origin)}/edit` },
  {
    route: '(app)/calls/[id]/questions',
    as: 'buyer',
    at: async (ask, origin) => `${await openedCall(ask, origin)}/questions`,
  },
  { route: '(app)/calls/[id]/award', as: 'buyer', at: async (ask, origin) => `${await draftCall(ask, origin)}/award` },
  { route: '(app)/challenges', as: 'buyer', at: '/challenges' },
  { route: '(app)/challenges/[id]', as: 'buyer', at: briefedChallenge },
  { route: '(app)/challenges/portfolio', as: 'buyer', at: '/challenges/portfolio' },
  { route: '(app)/proposals', as: 'supplier', at: '/proposals' },
  { route: '(app)/matchdays', as: 'agency', at: '/matchdays' },
  { route: '(app)/matchdays of others', as: 'supplier', at: '/matchdays' },
  { route: '(app)/matchdays/new', as: 'agency', at: '/matchdays/new' },
  { route: '(app)/matchdays/[id]', as: 'agency', at: atMatchday('open', '') },
  { route: '(app)/matchdays/[id]/agenda', as: 'agency', at: atMatchday('published', '/agenda') },
  { route: '(app)/matchdays/[id]/import', as: 'agency', at: atMatchday('open', '/import') },
  { route: '(app)/matchdays/[id]/interpreters', as: 'agency', at: atMatchday('open', '/interpreters') },
  { route: '(app)/matchdays/[id]/guests', as: 'agency', at: atMatchday('open', '/guests') },
  { route: '(app)/matchdays/[id]/separations', as: 'agency', at: atMatchday('open', '/separations') },
  { route: '(app)/matchdays/[id]/requests', as: 'agency', at: atMatchday('open', '/requests') },
  { route: '(app)/matchdays/[id]/types', as: 'agency', at: atMatchday('open', '/types') },
  { route: '(app)/matchdays/[id]/party', as: 'agency', at: atMatchday('published', '/party') },
  { route: '(app)/matchdays/[id]/board', as: 'agency', at: atMatchday('published', '/board') },
  { route: '(app)/matchdays/[id]/floor', as: 'agency', at: atMatchday('published', '/floor'), speaks: 'en' },
  { route: '(app)/matchdays/[id]/rooms', as: 'agency', at: atMatchday('published', '/rooms') },
  { route: '(app)/matchdays/[id]/results', as: 'agency', at: atMatchday('closed', '/results') },
  { route: '(app)/matchdays/[id]/outcomes', as: 'supplier', at: atMatchday('closed', '/outcomes') },
  { route: '(app)/matchdays/rotation', as: 'agency', at: '/matchdays/rotation' },
  { route: '(app)/matchdays/no-shows', as: 'agency', at: '/matchdays/no-shows' },
  { route: '(app)/matchdays/[id]/door', as: 'agency', at: atMatchday('published', '/door') },
  { route: '(app)/matchdays/[id]/badge', as: 'supplier', at: atMatchday('published', '/badge') },
  { route: '(app)/innovations', as: 'supplier', at: ownInnovations },
  { route: '(app)/innovations of others', as: 'agency', at: '/innovations' },
  { route: '(app)/innovations/new', as: 'supplier', at: '/innovations/new' },
  { route: '(app)/innovations/[id]', as: 'supplier', at: shownInnovation },
  { route: '(app)/suppliers', as: 'buyer', at: '/suppliers' },
  { route: '(app)/suppliers/[id]', as: 'buyer', at: anySupplier },
  {
    route: '(app)/calls/[id] opening',
    as: 'buyer',
    at: async (ask, origin) => `${await openedCall(ask, origin)}#opening`,
  },
  { route: '(app)/account', as: 'buyer', at: '/account' },
  { route: '(app)/account/opening-key', as: 'buyer', at: '/account/opening-key' },
  { route: '(app)/organisation', as: 'buyer', at: '/organisation' },
  { route: '(app)/organisation/details', as: 'buyer', at: '/organisation/details' },
  { route: '(app)/organisation/rivals', as: 'supplier', at: namedRivals },
  { route: '(app)/organisation/decisions', as: 'buyer', at: decisionMap },
  { route: '(app)/scorecards', as: 'buyer', at: '/scorecards' },
  { route: '(app)/calls/[id]/score', as: 'buyer', at: async (ask, origin) => `${await openedCall(ask, origin)}/score` },
  {
    route: '(app)/calls/[id]/moderate',
    as: 'buyer',
    at: async (ask, origin) => `${await scoredCall(ask, origin)}/moderate`,
  },
  { route: '(app)/linkages', as: 'buyer', at: '/linkages' },
  { route: '(app)/linkages of a supplier', as: 'supplier', at: '/linkages' },
  { route: '(app)/linkages/[id]', as: 'supplier', at: anyLinkage },
  { route: '(app)/organisation/exclusions', as: 'buyer', at: '/organisation/exclusions' },
  { route: '(app)/passport about exclusions', as: 'supplier', at: '/passport#exclusions' },
  { route: '(app)/suppliers/[id]/exclusions', as: 'agency', at: async (ask) => `${await anySupplier(ask)}/exclusions` },
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
  ;[{ url: home }, browser] = await Promise.all([sharedHouse(), openBrowser()])
}, 240_000)
afterAll(() => browser?.close())

/** Nobody has proposed or meets by video in the demo; how it looks is seen in challenge.browser.test.ts and rooms.browser.test.ts. */
const seenElsewhere = ['(app)/matchdays/[id]/rooms/[meetingId]', '(app)/proposals/[id]']

it('names every page there is', () => {
  const unnamed = routes.filter((route) => !pages.some((page) => page.route === route))
  expect(unnamed.toSorted()).toEqual(seenElsewhere)
})

it('finds a barrier where there is one', async () => {
  const { page, context, go } = await visit(browser, home, desk)
  await go('/')
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect((await findBarriers(page)).map((barrier) => barrier.split(':')[0])).toEqual(['button-name'])
  await context.close()
})

const pictureName = (route: string, look: Look): string =>
  `${route.replace(/[()[\]+]/g, '').replaceAll(/[/ ]/g, '-')}-${lookName(look)}`

// One window per person and look: a window costs more than a page in it.
describe.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('at $name', ({ look }) => {
  describe.each([null, 'agency', 'buyer', 'supplier', 'admin'] as const)('for %s', (as) => {
    let seen: Visit
    beforeAll(async () => {
      seen = await visit(browser, home, look, as)
      await bringAxe(seen.context)
    })
    afterAll(() => seen?.context.close())

    it.each(pages.filter((page) => page.as === as))(
      '$route has no barrier, no complaint and no sideways scrolling',
      async ({ route, at, says, speaks }) => {
        const { page, context, complaints, go } = seen
        complaints.length = 0
        await go(typeof at === 'string' ? at : await at(context.request, home))
        if (says !== undefined) await page.getByText(says).first().waitFor()
        await takePicture(page, pictureName(route, look))
        expect({
          locale: await page.evaluate(() => document.documentElement.lang),
          barriers: await findBarriers(page),
          overflow: await overflowOf(page),
          complaints,
        }).toEqual({ locale: speaks ?? look.locale, barriers: [], overflow: 0, complaints: [] })
      },
    )
  })
})
