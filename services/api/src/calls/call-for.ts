import { Denied } from '../audit/denied.ts'
import { holdCall, readCall, type CallRow, type Transaction } from '@enlace/database'
import { mayEverInCall, mayInCall, Problem, type CallAct, type CallId } from '@enlace/domain'

/** Why an act has to wait or comes too late, for people. */
const phaseWords: Readonly<Record<CallRow['phase'], string>> = {
  draft: 'The call is still a draft.',
  tendering: 'The call is open for bids.',
  opening: 'The deadline has passed, and an envelope waits for its opening.',
  evaluating: 'An envelope is being scored.',
  choosing: 'All is scored, and the award is being chosen.',
  proposed: 'An award is proposed and waits for approval.',
  standstill: 'The award is approved, and the standstill runs.',
  appeal: 'A complaint is open.',
  final: 'The award is final.',
  closed: 'The call is closed.',
  cancelled: 'The call was cancelled.',
}

/** The call, if it allows this act to who acts now; one that the actor does not see is not there. */
export function allow(call: CallRow | null, act: CallAct): CallRow {
  if (call === null) throw new Problem('thing.not-found', 'There is no such call, or it is not yours to see.')
  if (mayInCall(call.parts, act, call.phase)) return call
  const refusal = mayEverInCall(call.parts, act)
    ? new Problem('call.phase', `${phaseWords[call.phase]} It is ${call.now}.`)
    : new Problem('identity.forbidden', 'Your part in this call does not include this.')
  throw watched.has(act) ? denied(call, refusal) : refusal
}

/** Attempts at what is sealed, or to score when or where one must not (Directive 2014/24/EU, annex IV (g)). */
const watched: ReadonlySet<CallAct> = new Set(['read-bids', 'release', 'score'])

/** A refusal in a call that can be seen afterwards. */
export const denied = (call: CallRow, refusal: Problem): Denied =>
  new Denied(refusal, { organisationId: call.organisationId, subject: { callId: call.id } })

/** The call as it is read, without holding it. */
export const callFor = async (tx: Transaction, id: CallId, act: CallAct): Promise<CallRow> =>
  allow(await readCall(tx, id), act)

/** The call, which nobody else changes before the transaction ends. */
export const heldCallFor = async (tx: Transaction, id: CallId, act: CallAct): Promise<CallRow> =>
  allow(await holdCall(tx, id, 'alone'), act)
