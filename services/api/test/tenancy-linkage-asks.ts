import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import type { World } from './tenancy-world.ts'

const linked = (rest = '', body?: unknown): Asks => ({
  'of the buyer and the supplier': async (world) => at(`/api/linkages/${await world.linkage()}${rest}`, body),
  missing: () => at(`/api/linkages/${missing}${rest}`, body),
})
/** A thing inside a linkage, by the list that the buyer finds it in after having made it. */
const inside = (list: 'samples' | 'terms', made: object, rest: string, body?: unknown): Asks => ({
  'of the buyer and the supplier': async (world: World) => {
    const url = `/api/linkages/${await world.linkage()}`
    const { client } = await world.as('buyer')
    await client.post(`${url}/${list}`, made)
    const view = (await client.get(url)).body as Record<typeof list, { id: string }[]>
    return at(`${url}/${list}/${view[list][0]?.id}/${rest}`, body)
  },
  'no such one': async (world) => at(`/api/linkages/${await world.linkage()}/${list}/${missing}/${rest}`, body),
  missing: () => at(`/api/linkages/${missing}/${list}/${missing}/${rest}`, body),
})
const term = { kind: 'exclusivity', scope: 'canary-term', endsOn: '2099-01-01' }
const token = 'x'.repeat(43)

/** How operations of linkages are asked; the two sides are the buyer and the supplier, which shows its agency nothing. */
export const linkageAsks: Readonly<Record<string, Asks>> = {
  listLinkages: {
    '-': async (world) => {
      await world.linkage()
      return at('/api/linkages')
    },
  },
  readLinkage: linked(),
  requestLinkage: {
    open: async (world) =>
      at('/api/linkages', { needId: await world.need('open'), supplierId: world.organisations.supplier }),
    draft: async (world) =>
      at('/api/linkages', { needId: await world.need('draft'), supplierId: world.organisations.supplier }),
    missing: (world) => at('/api/linkages', { needId: missing, supplierId: world.organisations.supplier }),
  },
  moveLinkage: linked('/move', { from: 'conversation', to: 'stopped', reason: 'It came to nothing.' }),
  declineMove: linked('/decline', { to: 'contract' }),
  undoMove: linked('/undo', { from: 'conversation' }),
  listMessages: linked('/messages'),
  sendMessage: linked('/messages', { text: 'Hello' }),
  markRead: linked('/read', { seq: 1 }),
  shareContact: linked('/contact', { name: 'Ana', email: 'ana@people.example' }),
  withdrawContact: linked('/contact'),
  blockLinkage: linked('/block', { blocked: true }),
  reportLinkage: linked('/report', { reason: 'spam' }),
  listReports: plain('/api/linkage-reports'),
  settleReport: {
    'of the supplier': async (world) => {
      const id = await world.linkage()
      await (await world.as('supplier')).client.post(`/api/linkages/${id}/report`, { reason: 'spam' })
      const { items } = (await (await world.as('platform')).client.get('/api/linkage-reports')).body as {
        items: { id: string }[]
      }
      return at(`/api/linkage-reports/${items[0]?.id}/settle`)
    },
    missing: () => at(`/api/linkage-reports/${missing}/settle`),
  },
  stateValue: linked('/values', { of: 'contract', amountMinor: 100, currency: 'USD' }),
  askSample: linked('/samples', { what: 'Two litres' }),
  sendSample: inside('samples', { what: 'canary-sample' }, 'sent'),
  judgeSample: inside('samples', { what: 'canary-sample' }, 'verdict', { verdict: 'accepted', reason: 'It works.' }),
  proposeTerm: linked('/terms', term),
  agreeTerm: inside('terms', term, 'agree'),
  withdrawTerm: inside('terms', term, 'withdraw'),
  readFollowUp: plain('/api/follow-ups/read', { token }),
  answerFollowUp: plain('/api/follow-ups/answer', { token, answer: 'talking' }),
  answerOwnFollowUp: linked(`/follow-ups/${missing}`, { answer: 'talking' }),
  readDecisionMap: {
    '-': async (world) => {
      const people = [{ role: 'decides', title: 'canary-decides', shownFrom: null }]
      await (await world.as('buyer')).client.put('/api/decision-map', { people })
      return at('/api/decision-map')
    },
  },
  saveDecisionMap: plain('/api/decision-map', { people: [{ role: 'decides', title: 'The board' }] }),
  listDisclosures: plain('/api/linkage-disclosures'),
  setDisclosure: {
    'to the agency': (world) => at(`/api/linkage-disclosures/${world.organisations.agency}`, { shown: false }),
    'to the idle agency': (world) => at(`/api/linkage-disclosures/${world.organisations.idle}`, { shown: true }),
    missing: () => at(`/api/linkage-disclosures/${missing}`, { shown: true }),
  },
}
