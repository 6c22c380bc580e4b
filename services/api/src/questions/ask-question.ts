import { randomUUID } from 'node:crypto'

import type { askQuestion as contract } from '@enlace/contracts'
import {
  countAskedByUs,
  holdCall,
  holdQuestions,
  keepAsked,
  listAskedBefore,
  listQuestions,
  readOrganisation,
  record,
  type CallRow,
} from '@enlace/database'
import {
  asId,
  assert,
  can,
  findAlike,
  questionLikeness,
  Problem,
  questionLimit,
  revealing,
  type QuestionId,
  type Revealing,
} from '@enlace/domain'

import { allow } from '../calls/call-for.ts'
import type { Handler } from '../http/mount.ts'

const told: Readonly<Record<Revealing, string>> = {
  name: 'It names your organisation; write it so that nobody learns who asks.',
  address: 'A mail address tells who asks; leave it out.',
  site: 'A web address tells who asks; leave it out.',
  phone: 'A telephone number tells who asks; leave it out.',
}
const late = ({ now, questionsUntil }: CallRow): Problem =>
  new Problem(
    'question.late',
    questionsUntil === null
      ? 'This call takes no questions.'
      : `Questions were taken before ${questionsUntil}; by the clock that counts it is ${now}.`,
  )

/** Asks about a call without anybody learning who does; one that was asked already is followed instead. */
export const askQuestion: Handler<typeof contract> = async ({ tx, actor, params, body, requestId }) => {
  await holdQuestions(tx, params.id)
  const call = allow(await holdCall(tx, params.id, 'shared'), 'ask')
  if (!can(actor, 'bid.write', { organisationId: actor.organisationId }))
    throw new Problem('identity.forbidden', 'Only owners and bidders of a supplier ask for it.')
  const own = await readOrganisation(tx, actor.organisationId)
  const reveals = revealing(body.text, own?.name ?? '')
  if (reveals !== null)
    throw new Problem('question.reveals', 'The question tells who asks.', [
      { path: 'body.text', code: `question.${reveals}`, message: told[reveals] },
    ])
  if ((await countAskedByUs(tx, call.id)) >= questionLimit)
    throw new Problem('question.limit', `An organisation asks at most ${questionLimit} questions about a call.`)
  const before = await listAskedBefore(tx, call.id)
  const alike = body.distinct
    ? findAlike(
        body.text,
        before.filter(({ text }) => questionLikeness(text, body.text) === 1),
      )
    : findAlike(body.text, before)
  const id = alike?.asked.id ?? asId<QuestionId>(randomUUID())
  if (!(await keepAsked(tx, { id, callId: call.id, text: alike === null ? body.text : null }))) throw late(call)
  // Recorded as the buyer's, or the event's own row would tell who asked.
  if (alike === null)
    await record(
      tx,
      'question.asked',
      { callId: call.id, organisationId: call.organisationId },
      { organisationId: call.organisationId, requestId },
    )
  const question = (await listQuestions(tx, call.id)).find((one) => one.id === id)
  assert(question !== undefined, 'who asks sees the question')
  return { question, likeness: alike?.likeness ?? null }
}
