import { describe, expect, it } from 'vitest'

import { callActs, callParts, callPhases, mayInCall, type CallAct } from './call-acts.ts'

const all = callPhases.join(' ')
const afterDraft = all.replace('draft ', '')
const live = 'tendering opening evaluating choosing proposed standstill appeal'

/** Written out by hand, apart from the table under test: who may do it, and in which phases; every other cell is refused. */
const expected: Readonly<Record<CallAct, readonly (readonly [who: string, when: string])[]>> = {
  read: [
    ['author approver opener evaluator observer asked colleague', all],
    ['bidder candidate onlooker', afterDraft],
  ],
  'look-in': [['author approver opener evaluator observer asked colleague', all]],
  edit: [['author', 'draft']],
  seat: [['author', 'draft tendering opening evaluating']],
  publish: [['approver', 'draft']],
  amend: [['author', 'tendering']],
  invite: [['author', 'draft tendering']],
  cancel: [
    ['author', 'draft'],
    ['approver', live],
  ],
  ask: [['bidder candidate', 'tendering']],
  reply: [['author', 'tendering']],
  bid: [['bidder candidate', 'tendering']],
  confirm: [['bidder', 'tendering']],
  withdraw: [['bidder', 'tendering']],
  release: [['opener', 'opening']],
  'read-bids': [
    ['author approver evaluator observer', 'opening evaluating choosing proposed standstill appeal final closed'],
  ],
  score: [['evaluator', 'evaluating']],
  settle: [['author', 'evaluating']],
  propose: [['author', 'choosing']],
  approve: [['approver', 'proposed']],
  debrief: [['author', 'standstill appeal final']],
  complain: [['bidder', 'standstill appeal']],
  answer: [['approver', 'appeal']],
  close: [['author', 'final']],
  carry: [['author', 'final closed']],
}

const cells = (who: string, when: string): string[] =>
  when.split(' ').flatMap((phase) => who.split(' ').map((part) => `${phase} ${part}`))

describe('an act in a call', () => {
  it.each(callActs)('%s is allowed in exactly the cells written out, of all parts and phases', (act) => {
    const allowed = callPhases.flatMap((phase) =>
      callParts.filter((part) => mayInCall([part], act, phase)).map((part) => `${phase} ${part}`),
    )
    expect(allowed.toSorted()).toEqual(expected[act].flatMap(([who, when]) => cells(who, when)).toSorted())
  })

  it('is decided for at least a thousand cells', () => {
    expect(callActs.length * callPhases.length * callParts.length).toBeGreaterThanOrEqual(1000)
  })

  it('is allowed to who holds several parts as soon as one of them allows it', () => {
    expect(mayInCall(['observer', 'opener'], 'release', 'opening')).toBe(true)
    expect(mayInCall([], 'read', 'closed')).toBe(false)
  })
})
