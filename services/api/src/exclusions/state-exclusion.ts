import type {
  answerExclusion as answerContract,
  ExclusionsView,
  readExclusions as readContract,
  stateExclusion as contract,
} from '@enlace/contracts'
import {
  dropStatement,
  lockExclusions,
  keepAnswerTo,
  keepStatement,
  readSpokenOf,
  readStatements,
  type Transaction,
} from '@enlace/database'
import { can, checkStatement, Problem, type MemberActor, type OrganisationId } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'

const notFound = (): Problem => new Problem('thing.not-found', 'There is no such thing, or it is not yours to see.')

/** The supplier, and how the actor may speak of it. */
async function spokenOf(tx: Transaction, actor: MemberActor, supplierId: OrganisationId) {
  const spoken = await readSpokenOf(tx, supplierId)
  const subject = {
    organisationId: supplierId,
    relatedIds: spoken?.inCare === true ? [actor.organisationId] : [],
  }
  if (!can(actor, 'exclusion.read', subject))
    throw new Problem(
      'identity.forbidden',
      'What is said of a supplier is for itself, for buyers, its agency and the platform.',
    )
  if (spoken === null) throw notFound()
  const may = can(actor, 'exclusion.declare', subject)
    ? ('declare' as const)
    : can(actor, 'exclusion.record', subject)
      ? ('record' as const)
      : null
  return { ...spoken, may }
}

async function view(
  tx: Transaction,
  { id, name, today, may }: Awaited<ReturnType<typeof spokenOf>>,
): Promise<ExclusionsView> {
  return { supplier: { id, name }, today, may, mayAnswer: may === 'declare', items: await readStatements(tx, id) }
}

export const readExclusions: Handler<typeof readContract> = async ({ tx, actor, params }) =>
  view(tx, await spokenOf(tx, actor, params.supplierId))

/** A supplier declares, or another records, how the supplier stands to a ground; null takes the word back. */
export const stateExclusion: Handler<typeof contract> = async ({ tx, actor, params, body, record, audit }) => {
  const { supplierId, ground } = params
  const spoken = await spokenOf(tx, actor, supplierId)
  if (spoken.may === null)
    throw new Problem('identity.forbidden', 'Only the supplier, its agency and the platform say how it stands to this.')
  const speaking = { supplierId, byId: actor.organisationId, ground }
  checkStatement(speaking, ground, body, spoken.today)
  await lockExclusions(tx, supplierId)
  const { says, fileId, source, list, on } = body
  if (says === null) {
    if (!(await dropStatement(tx, speaking))) throw notFound()
  } else if (!(await keepStatement(tx, { ...speaking, says, fileId, source, list, on })))
    throw new Problem('input.invalid', 'Some fields need another look.', [
      { path: 'body.fileId', code: 'not_found', message: 'There is no such file of yours.' },
    ])
  const event = { organisationId: supplierId, byId: actor.organisationId, ground }
  await record('exclusion.stated', event)
  const said = await view(tx, spoken)
  await audit('exclusion.stated', { organisationId: supplierId }, { ground, says: says ?? 'nothing', source, list })
  return said
}

/** A supplier answers what another recorded of it. */
export const answerExclusion: Handler<typeof answerContract> = async ({ tx, actor, params, body, record, audit }) => {
  const { supplierId, ground, byId } = params
  const spoken = await spokenOf(tx, actor, supplierId)
  if (spoken.may !== 'declare') throw new Problem('identity.forbidden', 'Only the supplier answers what is said of it.')
  await lockExclusions(tx, supplierId)
  if (!(await keepAnswerTo(tx, { supplierId, ground, byId }, body.answer))) throw notFound()
  await record('exclusion.answered', { organisationId: supplierId, byId, ground })
  const said = await view(tx, spoken)
  await audit('exclusion.answered', { organisationId: supplierId }, { ground, answer: body.answer })
  return said
}
