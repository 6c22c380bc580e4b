import type { listQuestions as contract, QuestionList } from '@enlace/contracts'
import { listQuestions as list, type CallRow, type Transaction } from '@enlace/database'

import { callFor } from '../calls/call-for.ts'
import type { Handler } from '../http/mount.ts'

/** The questions of a call as its reader may see them. */
export const viewQuestions = async (tx: Transaction, call: CallRow): Promise<QuestionList> => ({
  items: await list(tx, call.id),
  until: call.questionsUntil,
  now: call.now,
})

export const listQuestions: Handler<typeof contract> = async ({ tx, params }) =>
  viewQuestions(tx, await callFor(tx, params.id, 'read'))
