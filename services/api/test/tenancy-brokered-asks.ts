import { asSystem, insertNeed } from '@enlace/database'
import { asId, blankProposal, type NeedId, type ProposalId } from '@enlace/domain'
import { makeNeed, needContent } from '@enlace/testing'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import { brief, challengeOf } from './tenancy-challenge-asks.ts'
import type { World } from './tenancy-world.ts'

const part = { baseline: 'canary-part', benefit: '', sites: 2, pledged: null }

/** A challenge of the agency that the buyer has joined, unnamed and with a part of its own. */
export async function brokeredOf(world: World, isPublished: boolean): Promise<NeedId> {
  const { agency, buyer } = world.organisations
  return asSystem(world.api.system, async (tx) => {
    const content = needContent({ title: isPublished ? 'Dust of three' : 'canary-brokered', kind: 'challenge' })
    const id = isPublished ? await makeNeed(tx, agency, content) : asId<NeedId>(uuidv7())
    if (!isPublished) await insertNeed(tx, { id, organisationId: agency, content, createdBy: null })
    await tx.execute(sql`
      insert into challenge_briefs (need_id, organisation_id, state, content, quorum, author_id)
      values (${id}, ${agency}, 'approved', ${JSON.stringify({ ...brief, baseline: 'Three mines.' })}::jsonb, 1, ${world.member})`)
    await tx.execute(sql`
      insert into challenge_buyers (need_id, organisation_id, state, number, answered_at)
      values (${id}, ${buyer}, 'joined', 1, clock_timestamp() - interval '1 hour')`)
    await tx.execute(sql`
      insert into challenge_parts (need_id, organisation_id, part) values (${id}, ${buyer}, ${JSON.stringify(part)}::jsonb)`)
    return id
  })
}

/** A proposal of the supplier to one that is published, handed in and answered by the buyer. */
async function pooledOf(world: World): Promise<ProposalId> {
  const needId = await brokeredOf(world, true)
  const { buyer, supplier } = world.organisations
  const id = asId<ProposalId>(uuidv7())
  await asSystem(world.api.system, async (tx) => {
    await tx.execute(sql`
      insert into proposals (id, need_id, supplier_id, handed_in_at, due_at, submitted_at)
      values (${id}, ${needId}, ${supplier}, clock_timestamp(), clock_timestamp() + interval '1 day', clock_timestamp())`)
    const said = JSON.stringify({ ...blankProposal, title: 'canary-pooled', summary: 'Fog.' })
    await tx.execute(sql`
      insert into proposal_contents (proposal_id, content, handed) values (${id}, ${said}::jsonb, ${said}::jsonb)`)
    await tx.execute(sql`
      insert into proposal_answers (proposal_id, organisation_id, answer, reason, answered_by)
      values (${id}, ${buyer}, 'not-for-us', 'canary-answer', ${world.member})`)
  })
  return id
}

const brokered = (rest: (world: World) => string, body?: object): Asks => ({
  brokered: async (world) => at(`/api/challenges/${await brokeredOf(world, false)}${rest(world)}`, body),
  missing: (world) => at(`/api/challenges/${missing}${rest(world)}`, body),
})
const pooled = (rest: string, body?: object): Asks => ({
  'of several buyers': async (world) => at(`/api/proposals/${await pooledOf(world)}${rest}`, body),
  missing: () => at(`/api/proposals/${missing}${rest}`, body),
})
const toRival = ({ organisations }: World): string => `/buyers/${organisations.rival}`

/** How operations of challenges of several buyers are asked. */
export const brokeredAsks: Readonly<Record<string, Asks>> = {
  // Names of organisations are public; that of the buyer whose need is masked tells nothing, and is not asked for here.
  listBuyers: plain('/api/buyers?query=buyer'),
  askBuyer: {
    ...brokered(toRival),
    open: async (world) => at(`/api/challenges/${await challengeOf(world, 'open')}${toRival(world)}`),
  },
  joinChallenge: brokered(() => '/part', { named: false, shares: false, part }),
  leaveChallenge: brokered(() => '/departure', { act: 'leave', reason: 'The mine closes.' }),
  answerProposal: pooled('/answer', { answer: 'not-for-us', reason: 'canary-answer' }),
}
/** Further variants of operations that other challenges have too. */
export const brokeredVariants: Readonly<Record<string, Asks>> = {
  readChallenge: brokered(() => ''),
  readProposal: pooled(''),
  moveProposal: pooled('/moves', { act: 'advance', stage: 'screening' }),
  listProposalReads: pooled('/reads'),
}
