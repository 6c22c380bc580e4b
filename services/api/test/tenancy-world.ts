import {
  asSystem,
  insertNeed,
  insertPassport,
  inviteSupplier,
  lockRanking,
  notify,
  storeRanking,
} from '@enlace/database'
import { asId, type LinkageId, type NeedId, type OrganisationId, type PassportId, type UserId } from '@enlace/domain'
import { openSession } from '@enlace/identity'
import {
  makeLinkage,
  makeMember,
  makeNeed,
  makeOrganisation,
  makePerson,
  makeSupplier,
  needContent,
  passportContent,
} from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { Client, type TestApi } from './test-api.ts'

/** Who asks: nobody, a person of no organisation, and owners of seven organisations; the order of every row of the table. */
export const actors = [
  'anonymous',
  'person',
  'buyer',
  'rival',
  'supplier',
  'stranger',
  'agency',
  'idle',
  'platform',
] as const
export type ActorName = (typeof actors)[number]
type Organised = Exclude<ActorName, 'anonymous' | 'person'>

/** Words planted where only some may read them. */
export const canaries: readonly { readonly text: string; readonly readers: readonly ActorName[] }[] = [
  { text: 'canary-draft', readers: ['buyer'] },
  { text: 'canary-invited', readers: ['buyer', 'supplier'] },
  { text: 'canary-masked', readers: [] },
  { text: 'canary-member', readers: ['buyer'] },
  { text: 'canary-invitation', readers: ['buyer'] },
  { text: 'canary-reference', readers: ['supplier', 'agency'] },
  { text: 'canary-plans', readers: ['stranger'] },
  { text: 'canary-file', readers: ['supplier', 'agency'] },
  { text: 'canary-import', readers: ['agency'] },
  { text: 'canary-notice', readers: ['buyer'] },
  { text: 'canary-saved', readers: [] },
  { text: 'canary-rival', readers: ['supplier'] },
  { text: 'canary-call', readers: ['buyer', 'supplier'] },
  { text: 'canary-gloss', readers: ['supplier'] },
  { text: 'canary-message', readers: ['buyer', 'supplier'] },
  { text: 'canary-contact', readers: ['supplier'] },
  { text: 'canary-innovation', readers: ['supplier'] },
  { text: 'canary-weave', readers: ['supplier'] },
  { text: 'canary-why', readers: ['supplier', 'rival'] },
  { text: 'canary-sample', readers: ['buyer', 'supplier'] },
  { text: 'canary-term', readers: ['buyer', 'supplier'] },
  { text: 'canary-decides', readers: ['buyer'] },
  { text: 'canary-proposal', readers: ['buyer', 'supplier'] },
  { text: 'canary-pooled', readers: ['buyer', 'supplier', 'agency'] },
  { text: 'canary-brokered', readers: ['buyer', 'agency'] },
  { text: 'canary-part', readers: ['buyer'] },
  { text: 'canary-answer', readers: ['buyer', 'supplier'] },
  { text: 'canary-annex', readers: ['buyer'] },
  { text: 'canary-knew', readers: ['buyer'] },
  { text: 'canary-view', readers: ['buyer', 'agency'] },
  { text: 'canary-cluster', readers: ['buyer', 'supplier'] },
  { text: 'canary-action', readers: ['buyer', 'supplier'] },
  { text: 'canary-matchday', readers: ['agency'] },
  { text: 'canary-interpreter', readers: ['agency'] },
  { text: 'canary-guest', readers: ['agency'] },
  { text: 'canary-person', readers: ['agency', 'supplier', 'rival'] },
  { text: 'canary-email', readers: ['agency', 'supplier'] },
  { text: 'canary-host', readers: ['agency', 'supplier', 'rival'] },
  { text: 'canary-visitor', readers: ['agency', 'supplier', 'rival'] },
  { text: 'canary-wish', readers: ['supplier'] },
  { text: 'canary-introduction', readers: ['agency', 'supplier', 'rival'] },
  { text: 'canary-separation', readers: ['agency'] },
  { text: 'canary-meeting', readers: ['agency', 'supplier', 'rival'] },
  { text: 'canary-announcement', readers: ['agency', 'rival'] },
]

export type Asking = { readonly client: Client; readonly userId: UserId | null }
export type NeedVariant = 'draft' | 'open' | 'alias' | 'invited'
/** The organisations and private rows that all questions are asked about. */
export type World = {
  readonly api: TestApi
  readonly organisations: Readonly<Record<Organised, OrganisationId>>
  readonly member: UserId
  readonly entryId: string
  /** A new person in the place of an actor, signed in, since some questions change who asks. */
  readonly as: (name: ActorName) => Promise<Asking>
  readonly session: (userId: UserId) => Promise<Client>
  /** Puts the supplier's passport back on the market, from which a question may have taken it. */
  readonly republish: () => Promise<unknown>
  /** A new need of the buyer, with the supplier ranked for it and, where it takes invitations, invited. */
  readonly need: (variant: NeedVariant) => Promise<NeedId>
  /** A new linkage of the buyer and the supplier, with a message and contact data of the supplier; the one before has stopped. */
  readonly linkage: () => Promise<LinkageId>
}

const visitor = { cookie: undefined, address: '127.0.0.1', userAgent: 'test' }

async function organise(
  api: TestApi,
): Promise<{ organisations: World['organisations']; member: UserId; entryId: string }> {
  return asSystem(api.system, async (tx) => {
    const plain = passportContent('We mend pumps')
    const entryId = uuidv7()
    const content = {
      ...plain,
      references: [
        {
          id: asId<never>(entryId),
          text: 'canary-reference',
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
          id: asId<never>(entryId),
          scheme: 'ISO 9001',
          scope: null,
          issuer: null,
          number: null,
          issuedOn: null,
          expiresOn: null,
          fileId: null,
          verifiedBy: null,
        },
      ],
      visibility: { references: 'nobody', certificates: 'nobody' } as const,
    }
    const organisations = {
      buyer: await makeOrganisation(tx, 'buyer'),
      rival: await makeOrganisation(tx, 'buyer'),
      supplier: await makeSupplier(tx, 'supplier', content),
      stranger: await makeOrganisation(tx, 'supplier'),
      agency: await makeOrganisation(tx, 'agency'),
      idle: await makeOrganisation(tx, 'agency'),
      platform: await makeOrganisation(tx, 'platform'),
    }
    await insertPassport(tx, {
      id: asId<PassportId>(uuidv7()),
      organisationId: organisations.stranger,
      content: passportContent('canary-plans'),
    })
    await tx.execute(
      sql`insert into agency_firms (agency_id, organisation_id) values (${organisations.agency}, ${organisations.supplier})`,
    )
    const member = await makeMember(tx, organisations.buyer, 'buyer', 'canary-member@people.example')
    const masked = await makeOrganisation(tx, 'buyer', 'canary-masked')
    const notice = { kind: 'need-closed', subject: organisations.buyer, detail: { title: 'canary-notice' } } as const
    await notify(tx, [organisations.buyer], notice)
    await makeNeed(tx, masked, needContent({ title: 'Under an alias', confidentiality: 'alias' }))
    return { organisations, member, entryId }
  })
}

/** A new linkage of the buyer and the supplier, see `World`. */
async function linkAnew({ api, organisations, as }: Pick<World, 'api' | 'organisations' | 'as'>): Promise<LinkageId> {
  const { buyer, supplier } = organisations
  const id = await asSystem(api.system, async (tx) => {
    await tx.execute(sql`update linkages set stage = 'stopped' where buyer_id = ${buyer} and supplier_id = ${supplier}`)
    return makeLinkage(tx, { buyerId: buyer, supplierId: supplier, stage: 'conversation', daysAgo: 0 })
  })
  const { client } = await as('supplier')
  await client.post(`/api/linkages/${id}/messages`, { text: 'canary-message' })
  await client.put(`/api/linkages/${id}/contact`, { name: 'canary-contact', email: 'canary-contact@people.example' })
  return id
}

const withLinkages = (world: Omit<World, 'linkage'>): World => ({ ...world, linkage: () => linkAnew(world) })

/** Builds the world on an API of the test's own. */
export async function makeWorld(api: TestApi): Promise<World> {
  const { organisations, member, entryId } = await organise(api)
  const { buyer, supplier } = organisations
  const session = async (userId: UserId): Promise<Client> => {
    const client = new Client(api.app)
    client.keep((await openSession(api.identity.settings, userId, visitor)).cookies)
    return client
  }
  const as = async (name: ActorName): Promise<Asking> => {
    if (name === 'anonymous') return { client: api.anonymous(), userId: null }
    const userId = await asSystem(api.system, (tx) =>
      name === 'person' ? makePerson(tx) : makeMember(tx, organisations[name], 'owner'),
    )
    return { client: await session(userId), userId }
  }
  const need = (variant: NeedVariant): Promise<NeedId> =>
    asSystem(api.system, async (tx) => {
      const title = variant === 'draft' || variant === 'invited' ? `canary-${variant}` : 'Pumps'
      if (variant === 'draft') {
        const id = asId<NeedId>(uuidv7())
        await insertNeed(tx, { id, organisationId: buyer, content: needContent({ title }), createdBy: null })
        return id
      }
      const id = await makeNeed(tx, buyer, needContent({ title, confidentiality: variant }))
      if (variant === 'invited') await inviteSupplier(tx, id, supplier)
      const match = {
        needId: id,
        supplierId: supplier,
        needVersion: 1,
        passportVersion: 1,
        score: 0.5,
        buyerScore: 0.5,
      }
      const paper = { id: 'certificates', detail: { scheme: 'ISO 14001', mandatory: 1 }, scoreAfter: 0.75 } as const
      const full = {
        ...match,
        supplierScore: null,
        coverage: 1,
        gates: [],
        criteria: [],
        gaps: [paper],
        closing: { acts: [{ remedy: 'certificate:iso14001', opens: true }], wayIn: null },
        model: 'm',
        weights: 'w',
      }
      await lockRanking(tx, id)
      await storeRanking(tx, {
        needId: id,
        buyerId: buyer,
        needVersion: 1,
        considered: 1,
        degraded: false,
        partial: false,
        weights: full.weights,
        matches: [full],
      })
      return id
    })
  const republish = (): Promise<unknown> =>
    asSystem(api.system, (tx) =>
      tx.execute(sql`update passports set state = 'published' where organisation_id = ${supplier}`),
    )
  const own = await as('buyer')
  await own.client.post(`/api/organisations/${buyer}/invitations`, {
    email: 'canary-invitation@x.example',
    role: 'buyer',
  })
  for (const variant of ['draft', 'open', 'alias', 'invited'] as const) await need(variant)
  return withLinkages({ api, organisations, member, entryId, as, session, republish, need })
}
