import type {
  listFittingInnovations as fitsContract,
  listInnovationReaders as readersContract,
  listInnovations as listContract,
  readInnovation as readContract,
} from '@enlace/contracts'
import {
  countThemes,
  listedAt,
  listFits,
  listInnovationReaders as listReaders,
  listInnovations as list,
  noteInnovationRead,
  readInnovations,
} from '@enlace/database'
import { can, Problem, rankShowcase } from '@enlace/domain'

import { cutPage, fromCursor } from '../http/keyset.ts'
import type { Handler } from '../http/mount.ts'
import { innovationFor } from './innovation-for.ts'
import { viewCard, viewInnovation } from './innovation-view.ts'

const refuse = (): Problem =>
  new Problem('identity.forbidden', 'The showcase is for suppliers who show, and for buyers and agencies who look.')

export const listInnovations: Handler<typeof listContract> = async ({ tx, actor, query }) => {
  if (!can(actor, 'innovation.list', null)) throw refuse()
  const rows = await list(tx, {
    text: query.text,
    theme: query.theme ?? null,
    maturity: query.maturity ?? null,
    seeks: query.seeks ?? null,
    after: fromCursor(query.cursor, { at: 'string', id: 'string' }),
    limit: query.limit + 1,
  })
  const page = cutPage(rows, query.limit, (row) => ({ at: listedAt(row), id: row.id }))
  return { items: page.items.map((row) => viewCard(row, actor)), next: page.next }
}

/** Fits that are read, of which so many are listed. */
const readFits = 200
const listedFits = 50

export const listFittingInnovations: Handler<typeof fitsContract> = async ({ tx, actor }) => {
  if (actor.organisationKind !== 'buyer' || !can(actor, 'innovation.list', null)) throw refuse()
  const themes = await countThemes(tx, actor.organisationId)
  const fits = rankShowcase(await listFits(tx, [...themes.keys()], readFits), themes, listedFits)
  const rows = new Map(
    (
      await readInnovations(
        tx,
        fits.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const items = fits.flatMap(({ id, score, themeCount, needs }) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ innovation: viewCard(row, actor), score, themeCount, needs }]
  })
  return { items }
}

/** Its supplier sees who read it, so reading leaves a line. */
export const readInnovation: Handler<typeof readContract> = async ({ tx, actor, params }) => {
  const row = await innovationFor(tx, actor, params.id, 'innovation.read')
  if (row.organisationId !== actor.organisationId) await noteInnovationRead(tx, row.id, actor.organisationId)
  return viewInnovation(tx, row, actor)
}

export const listInnovationReaders: Handler<typeof readersContract> = async ({ tx, actor, params, query }) => {
  const { id, organisationId } = await innovationFor(tx, actor, params.id, 'innovation.read')
  if (organisationId !== actor.organisationId)
    throw new Problem('identity.forbidden', 'Who reads an innovation is told to its supplier alone.')
  const rows = await listReaders(tx, id, {
    after: fromCursor(query.cursor, { firstReadAt: 'string', id: 'string' }),
    limit: query.limit + 1,
  })
  return cutPage(rows, query.limit, ({ firstReadAt, organisation }) => ({ firstReadAt, id: organisation.id }))
}
