import { randomUUID } from 'node:crypto'

import { weightProfiles } from '@enlace/domain'

import type { Asking, NeedVariant, World } from './tenancy-world.ts'
import { formOf } from './multipart.ts'
import { at, missing, plain, type Ask, type Asks } from './tenancy-ask.ts'
import { callAsks } from './tenancy-call-asks.ts'
import { brokeredAsks, brokeredVariants } from './tenancy-brokered-asks.ts'
import { challengeAsks } from './tenancy-challenge-asks.ts'
import { careAsks } from './tenancy-care-asks.ts'
import { questionAsks } from './tenancy-question-asks.ts'
import { openerAsks } from './tenancy-openers.ts'
import { innovationAsks } from './tenancy-innovations.ts'
import { doorAsks } from './tenancy-door.ts'
import { matchdayAsks } from './tenancy-matchdays.ts'
import { outcomeAsks } from './tenancy-outcomes.ts'
import { roomAsks } from './tenancy-rooms.ts'
import { linkageAsks } from './tenancy-linkage-asks.ts'
import { listAsks } from './tenancy-list-asks.ts'

/** The model that every database begins with. */
const handSet = '00000000-0000-7000-8000-000000000001'
const content = { title: 'Changed', text: 'Dust suppressant for haul roads.', reason: 'It was said better.' }
const needVariants: readonly NeedVariant[] = ['draft', 'open', 'alias', 'invited']
const needs = (rest: string, body?: object): Asks => ({
  ...Object.fromEntries(
    needVariants.map((variant) => [
      variant,
      async (world: World) =>
        at(
          `/api/needs/${await world.need(variant)}${rest.replace('SUPPLIER', world.organisations.supplier)}`,
          body !== undefined && 'version' in body ? { ...body, version: variant === 'draft' ? 0 : 1 } : body,
        ),
    ]),
  ),
  missing: (world) => at(`/api/needs/${missing}${rest.replace('SUPPLIER', world.organisations.supplier)}`, body),
})
const organisations = (rest: string, body?: unknown): Asks => ({
  'of the buyer': (world) => at(`/api/organisations/${world.organisations.buyer}${rest}`, body),
  missing: () => at(`/api/organisations/${missing}${rest}`, body),
})
const memberOf = (body?: unknown): Asks => ({
  'of the buyer': async (world) => {
    const { userId } = await world.as('buyer')
    return at(`/api/organisations/${world.organisations.buyer}/members/${userId}`, body)
  },
  'own, no such member': (world) => at(`/api/organisations/${world.organisations.buyer}/members/${missing}`, body),
  missing: () => at(`/api/organisations/${missing}/members/${missing}`, body),
})
const firms = (path: string, body?: unknown): Asks => ({
  own: () => at(path, body),
  supplier: (world) => at(`${path}?firm=${world.organisations.supplier}`, body),
  missing: () => at(`${path}?firm=${missing}`, body),
})
const newSession = async (world: World, { userId }: Asking): Promise<string> => {
  const client = await world.session(userId ?? (await world.as('buyer')).userId ?? ('' as never))
  const { items } = (await client.get('/api/sessions')).body as { items: { id: string; current: boolean }[] }
  return items.find((one) => one.current)?.id ?? ''
}
const form = (name = 'a-file.pdf'): Pick<Ask, 'body' | 'headers'> =>
  formOf({ name, type: 'application/pdf', bytes: '%PDF-1.7 a certificate' })
const search = { name: 'Pumps', rhythm: 'off', query: 'pumps', filters: {} }
/** The asker's own, and one of a colleague in the buyer's organisation. */
const savedSearches = (body?: unknown): Asks => ({
  own: async (_world, { client }) => {
    const saved = { ...search, searched: 'needs' }
    const sent = await client.post('/api/saved-searches', saved)
    const { id } = (
      sent.status === 201
        ? sent.body
        : (await client.post('/api/saved-searches', { ...saved, searched: 'suppliers' })).body
    ) as { id?: string }
    return at(`/api/saved-searches/${id ?? missing}`, body)
  },
  'of a colleague of the buyer': async (world) => {
    const { client } = await world.as('buyer')
    const sent = await client.post('/api/saved-searches', { ...search, name: 'canary-saved', searched: 'suppliers' })
    return at(`/api/saved-searches/${(sent.body as { id: string }).id}`, body)
  },
  missing: () => at(`/api/saved-searches/${missing}`, body),
})
/** The asker's own, and one of the supplier. */
const rivalries = (): Asks => ({
  'of the supplier': async (world) => {
    const { client } = await world.as('supplier')
    const sent = await client.post('/api/rivals', { by: 'name', name: `canary-rival ${randomUUID()}` })
    return at(`/api/rivals/${(sent.body as { id: string }).id}`)
  },
  missing: () => at(`/api/rivals/${missing}`),
})
const token = { token: 'x'.repeat(43) }
const password = 'puente lima trigo norte'

/** How every operation is asked; one that is missing here fails the test. */
export const asks: Readonly<Record<string, Asks>> = {
  readSession: plain('/api/session'),
  chooseOrganisation: {
    'of the buyer': (world) => at('/api/session/organisation', { organisationId: world.organisations.buyer }),
    missing: () => at('/api/session/organisation', { organisationId: missing }),
  },
  updatePerson: plain('/api/person', { name: 'Renamed' }),
  listSessions: plain('/api/sessions'),
  revokeSession: {
    own: async (world, asking) => at(`/api/sessions/${await newSession(world, asking)}`),
    foreign: async (world) => at(`/api/sessions/${await newSession(world, await world.as('buyer'))}`),
    missing: () => at(`/api/sessions/${missing}`),
  },
  revokeOtherSessions: plain('/api/sessions/revoke-others'),
  signOut: plain('/api/sign-out'),
  signUp: plain('/api/sign-up', { name: 'New', email: 'new@x.example', password }),
  confirmEmail: plain('/api/sign-up/confirm', token),
  signIn: plain('/api/sign-in', { email: 'canary-member@people.example', password }),
  requestSignInLink: plain('/api/sign-in/link', { email: 'somebody@x.example' }),
  redeemSignInLink: plain('/api/sign-in/link/redeem', token),
  giveSecondFactor: plain('/api/sign-in/second-factor', { code: '123456' }),
  requestPasswordReset: plain('/api/password/forgotten', { email: 'somebody@x.example' }),
  resetPassword: plain('/api/password/reset', { ...token, password }),
  changePassword: plain('/api/password', { password }),
  demoSignIn: plain('/api/demo/sign-in', { as: 'admin' }),
  startTwoFactor: plain('/api/two-factor', { password }),
  proveTwoFactor: plain('/api/two-factor/prove', { code: '123456' }),
  removeTwoFactor: plain('/api/two-factor/remove', { password }),
  createOrganisation: plain('/api/organisations', { name: 'Founded', kind: 'buyer' }),
  readOrganisation: organisations(''),
  updateOrganisation: organisations('', { region: 'North' }),
  listMembers: organisations('/members'),
  changeRole: memberOf({ role: 'auditor' }),
  removeMember: memberOf(),
  inviteMember: {
    'of the buyer': (world) =>
      at(`/api/organisations/${world.organisations.buyer}/invitations`, {
        email: `canary-invitation-${randomUUID()}@x.example`,
        role: 'buyer',
      }),
    missing: () => at(`/api/organisations/${missing}/invitations`, { email: 'someone@x.example', role: 'buyer' }),
  },
  listInvitations: organisations('/invitations'),
  withdrawInvitation: {
    'of the buyer': async (world) => {
      const { buyer } = world.organisations
      const sent = await (
        await world.as('buyer')
      ).client.post(`/api/organisations/${buyer}/invitations`, {
        email: `canary-invitation-${randomUUID()}@x.example`,
        role: 'buyer',
      })
      return at(`/api/organisations/${buyer}/invitations/${(sent.body as { id: string }).id}`)
    },
    missing: () => at(`/api/organisations/${missing}/invitations/${missing}`),
  },
  readInvitation: plain('/api/invitations/read', token),
  acceptInvitation: plain('/api/invitations/accept', token),
  readMailbox: plain('/api/mailbox'),
  postNeed: plain('/api/needs', { title: 'A draft' }),
  listNeeds: plain('/api/needs'),
  readNeed: needs(''),
  amendNeed: needs('', { ...content, version: 1 }),
  publishNeed: needs('/publish'),
  closeNeed: needs('/close', {}),
  cancelNeed: needs('/cancel', {}),
  listNeedVersions: needs('/versions'),
  listMatches: needs('/matches'),
  listMatchSites: needs('/sites'),
  answerMatch: needs('/answer', { answer: 'interested' }),
  judgeMatch: needs('/matches/SUPPLIER', { verdict: 'dismiss' }),
  setWeights: needs('/weights', weightProfiles['buyer-driven']),
  resetWeights: needs('/weights'),
  reportShown: needs('/shown', { shown: [], opened: [] }),
  chooseMatch: needs('/matches/SUPPLIER/choice', { choice: 'shortlisted' }),
  readCalibration: plain('/api/calibration'),
  readModels: plain('/api/models'),
  trainModel: plain('/api/models/train'),
  switchModel: { missing: () => at(`/api/models/${missing}/switch`, { champion: handSet }) },
  rollBackModel: plain('/api/models/roll-back', { champion: handSet }),
  readFeed: plain('/api/feed'),
  readGaps: plain('/api/gaps'),
  readPassport: firms('/api/passport'),
  savePassport: firms('/api/passport', { revision: 99, content: {} }),
  publishPassport: firms('/api/passport/publish', { revision: 99 }),
  withdrawPassport: firms('/api/passport/withdraw'),
  listPassportVersions: firms('/api/passport/versions'),
  readPassportVersion: firms('/api/passport/versions/1'),
  verifyCertificate: {
    supplier: (world) =>
      at(`/api/passport/certificates/${world.entryId}/verify?firm=${world.organisations.supplier}`, { verified: true }),
    missing: (world) => at(`/api/passport/certificates/${world.entryId}/verify?firm=${missing}`, { verified: true }),
  },
  readSupplier: {
    published: async (world) => {
      await world.republish()
      return at(`/api/suppliers/${world.organisations.supplier}`)
    },
    unpublished: (world) => at(`/api/suppliers/${world.organisations.stranger}`),
    missing: () => at(`/api/suppliers/${missing}`),
  },
  listCategories: plain('/api/categories?query=pumps'),
  searchSuppliers: {
    all: async (world) => {
      await world.republish()
      return at('/api/search/suppliers')
    },
    canary: () => at('/api/search/suppliers?query=canary'),
  },
  searchNeeds: { all: () => at('/api/search/needs'), canary: () => at('/api/search/needs?query=canary') },
  suggestSearch: { canary: () => at('/api/search/suggest?query=canary') },
  uploadFile: {
    own: () => Promise.resolve({ url: '/api/files', ...form() }),
    supplier: (world) => Promise.resolve({ url: `/api/files?firm=${world.organisations.supplier}`, ...form() }),
    missing: () => Promise.resolve({ url: `/api/files?firm=${missing}`, ...form() }),
  },
  downloadFile: {
    'of the supplier': async (world) => {
      const { body, headers } = form('canary-file.pdf')
      const kept = await (await world.as('supplier')).client.send('POST', '/api/files', body, { ...headers })
      return at(`/api/files/${(kept.body as { id: string }).id}`)
    },
    missing: () => at(`/api/files/${missing}`),
  },
  listSavedSearches: plain('/api/saved-searches'),
  saveSearch: {
    needs: () => at('/api/saved-searches', { ...search, searched: 'needs' }),
    suppliers: () => at('/api/saved-searches', { ...search, searched: 'suppliers' }),
  },
  changeSavedSearch: savedSearches({ name: 'Renamed' }),
  deleteSavedSearch: savedSearches(),
  readAlertHours: plain('/api/alert-hours'),
  setAlertHours: plain('/api/alert-hours', { zone: 'UTC', quietFrom: '20:00', quietUntil: '07:00' }),
  openUnsubscribe: plain(`/api/unsubscribe?token=${token.token}`),
  unsubscribe: plain(`/api/unsubscribe?token=${token.token}`),
  readUnsubscribe: plain('/api/unsubscribe/read', token),
  listNotifications: plain('/api/notifications'),
  markNotifications: {
    'of the buyer': async (world) => {
      const { client } = await world.as('buyer')
      const { items } = (await client.get('/api/notifications')).body as { items: { id: string }[] }
      return at('/api/notifications/read', { ids: items.map(({ id }) => id) })
    },
    missing: () => at('/api/notifications/read', { ids: [missing] }),
  },
  listRivals: {
    '-': async (world) => {
      await rivalries()['of the supplier']?.(world, await world.as('supplier'))
      return at('/api/rivals')
    },
  },
  nameRival: {
    'by name': () => at('/api/rivals', { by: 'name', name: 'Somebody Else' }),
    'by tax number': () => at('/api/rivals', { by: 'tax-id', taxId: '76.123.456-7' }),
    buyer: (world) => at('/api/rivals', { by: 'supplier', supplierId: world.organisations.buyer }),
    'off the market': (world) => at('/api/rivals', { by: 'supplier', supplierId: world.organisations.stranger }),
    missing: () => at('/api/rivals', { by: 'supplier', supplierId: missing }),
  },
  forgetRival: rivalries(),
  readWork: plain('/api/status/work'),
  readEmbedding: plain('/api/status/embedding'),
  ...listAsks,
  ...careAsks,
  ...callAsks,
  ...questionAsks,
  ...openerAsks,
  ...linkageAsks,
  ...challengeAsks,
  ...brokeredAsks,
  ...Object.fromEntries(
    Object.entries(brokeredVariants).map(([name, variants]) => [name, { ...challengeAsks[name], ...variants }]),
  ),
  ...innovationAsks,
  ...matchdayAsks,
  ...outcomeAsks,
  ...roomAsks,
  ...doorAsks,
}
