import { asSystem, insertInnovation, publishInnovation } from '@enlace/database'
import { asId, blankInnovation, type InnovationContent, type InnovationId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

import { fogNets } from './fog-nets.ts'
import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import type { Table } from './tenancy-matrix.ts'
import type { World } from './tenancy-world.ts'

type Variant = 'draft' | 'shown' | 'withdrawn'
const content = (title: string): InnovationContent => ({ ...blankInnovation, ...fogNets, title })

/** An innovation of the supplier, of which the rival, a buyer, read and asked for more. */
async function innovationOf({ api, organisations, member }: World, variant: Variant): Promise<InnovationId> {
  const id = asId<InnovationId>(uuidv7())
  const text = {
    content: content(variant === 'shown' ? 'Fog nets' : 'canary-innovation'),
    confidential: 'canary-weave',
  }
  await asSystem(api.system, async (tx) => {
    await insertInnovation(tx, { id, organisationId: organisations.supplier, ...text })
    if (variant === 'draft') return
    await publishInnovation(tx, id, 1, text, member)
    await tx.execute(sql`
      insert into innovation_readers (innovation_id, organisation_id, asked_at, asked_why)
      values (${id}, ${organisations.rival}, clock_timestamp(), 'canary-why')`)
    if (variant === 'withdrawn') await tx.execute(sql`update innovations set state = 'withdrawn' where id = ${id}`)
  })
  return id
}

const innovations = (rest: string, body?: object): Asks => ({
  ...Object.fromEntries(
    (['draft', 'shown', 'withdrawn'] as const).map((variant) => [
      variant,
      async (world: World) =>
        at(
          `/api/innovations/${await innovationOf(world, variant)}${rest.replace('READER', world.organisations.rival)}`,
          body,
        ),
    ]),
  ),
  missing: (world) => at(`/api/innovations/${missing}${rest.replace('READER', world.organisations.rival)}`, body),
})

export const innovationAsks: Readonly<Record<string, Asks>> = {
  listInnovations: plain('/api/innovations'),
  listFittingInnovations: plain('/api/innovations/fits'),
  startInnovation: plain('/api/innovations', { content: content('Begun') }),
  readInnovation: innovations(''),
  saveInnovation: innovations('', { content: content('canary-innovation'), revision: 1 }),
  publishInnovation: innovations('/publish', { revision: 1 }),
  withdrawInnovation: innovations('/withdraw', {}),
  answerInnovation: innovations('/answer', { answer: 'not-for-us', reason: 'We have no roads.' }),
  askInnovation: innovations('/access', { why: 'To weigh it.' }),
  openInnovation: innovations('/access/READER', { granted: false }),
  listInnovationReaders: innovations('/readers'),
  needInnovation: innovations('/need', { kind: 'challenge' }),
}

/** For anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform. */
export const innovationTable: Table = {
  listInnovations: { '-': '401 403 200 200 200 200 200 200 403' },
  listFittingInnovations: { '-': '401 403 200 200 403 403 403 403 403' },
  startInnovation: { '-': '401 403 403 403 201 201 403 403 403' },
  readInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 200 404 404 404 404',
    shown: '401 403 200 200 200 404 200 200 404',
    withdrawn: '401 403 404 404 200 404 404 404 404',
  },
  saveInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 200 404 404 404 404',
    shown: '401 403 403 403 200 404 403 403 404',
    withdrawn: '401 403 404 404 200 404 404 404 404',
  },
  publishInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 200 404 404 404 404',
    shown: '401 403 403 403 200 404 403 403 404',
    withdrawn: '401 403 404 404 200 404 404 404 404',
  },
  withdrawInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 409 404 404 404 404',
    shown: '401 403 403 403 200 404 403 403 404',
    withdrawn: '401 403 404 404 409 404 404 404 404',
  },
  answerInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 403 404 404 404 404',
    shown: '401 403 200 200 403 404 403 403 404',
    withdrawn: '401 403 404 404 403 404 404 404 404',
  },
  askInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 403 404 404 404 404',
    shown: '401 403 200 200 403 404 403 403 404',
    withdrawn: '401 403 404 404 403 404 404 404 404',
  },
  openInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 409 404 404 404 404',
    shown: '401 403 403 403 200 404 403 403 404',
    withdrawn: '401 403 404 404 200 404 404 404 404',
  },
  listInnovationReaders: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 200 404 404 404 404',
    shown: '401 403 403 403 200 404 403 403 404',
    withdrawn: '401 403 404 404 200 404 404 404 404',
  },
  needInnovation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 403 404 404 404 404',
    shown: '401 403 201 201 403 404 403 403 404',
    withdrawn: '401 403 404 404 403 404 404 404 404',
  },
}
