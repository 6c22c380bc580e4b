import type { answerQuestions as contract } from '@enlace/contracts'
import { holdCall, publishAnswers } from '@enlace/database'
import { Problem } from '@enlace/domain'

import { allow } from '../calls/call-for.ts'
import { decideInCall } from '../calls/decide-in-call.ts'
import type { Handler } from '../http/mount.ts'
import { viewQuestions } from './list-questions.ts'

/** Publishes answers, all or none of them, and one event tells all who may bid. */
export const answerQuestions: Handler<typeof contract> = async ({
  tx,
  actor,
  params,
  body: { answers },
  record,
  audit,
}) => {
  const call = allow(await holdCall(tx, params.id, 'shared'), 'reply')
  const before = await viewQuestions(tx, call)
  answers.forEach(({ questionId }, at) => {
    if (answers.findIndex((one) => one.questionId === questionId) < at)
      throw new Problem('input.invalid', 'A question is answered twice.', [
        { path: `body.answers.${at}.questionId`, code: 'twice', message: 'This question is answered above.' },
      ])
    if (!before.items.some(({ id }) => id === questionId))
      throw new Problem('thing.not-found', 'There is no such question about this call.')
  })
  const published = await publishAnswers(tx, call.id, answers, actor.userId)
  if (published === 'late')
    throw new Problem('call.phase', 'Bids were due meanwhile, so an answer would reach nobody who can use it.')
  if (published < answers.length)
    throw new Problem('thing.changed', 'A colleague answered one of these meanwhile; read it again first.')
  const corrected = answers.filter(({ version }) => version > 0).length
  const told = { answered: answers.length - corrected, corrected }
  await decideInCall(
    { record, audit },
    'question.answered',
    { callId: call.id, organisationId: call.organisationId, ...told },
    told,
  )
  return viewQuestions(tx, call)
}
