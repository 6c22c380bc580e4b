import { describe, expect, it } from 'vitest'

import { needStates } from '../needs/need.ts'
import { Problem } from '../problem.ts'
import { brokerActs, buyerAfter, buyerStates, checkBrokered, checkProposalAnswer, type BuyerAct } from './brokered.ts'
import { openActs, stages } from './stages.ts'

const codeOf = (act: () => unknown): string => {
  try {
    return String(act())
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}
const acts = ['join', 'decline', 'leave'] as const satisfies readonly BuyerAct[]

describe('a buyer of a challenge that an agency opens', () => {
  it('joins, declines and leaves by its table, and what no line names cannot be done', () => {
    const rows = buyerStates.map((state) => acts.map((act) => codeOf(() => buyerAfter(state, act, 'draft', 'So.'))))
    expect(rows).toEqual([
      ['joined', 'declined', 'buyers.state'],
      ['joined', 'buyers.state', 'left'],
      ['buyers.state', 'buyers.state', 'buyers.state'],
      ['buyers.state', 'buyers.state', 'buyers.state'],
    ])
  })

  it('settles whether and with what it takes part before the publication, and may leave while the challenge runs', () => {
    const rows = needStates.map((state) => [state, codeOf(() => buyerAfter('joined', 'join', state, ''))])
    expect(rows.filter(([, code]) => code === 'joined')).toEqual([['draft', 'joined']])
    expect(codeOf(() => buyerAfter('joined', 'leave', 'published', 'So.'))).toBe('left')
    expect(codeOf(() => buyerAfter('joined', 'leave', 'closed', 'So.'))).toBe('buyers.settled')
    expect(codeOf(() => buyerAfter('asked', 'join', 'published', ''))).toBe('buyers.settled')
  })

  it('owes a reason where it leaves, and none where it never joined', () => {
    expect(codeOf(() => buyerAfter('joined', 'leave', 'published', ' '))).toBe('buyers.reason')
    expect(codeOf(() => buyerAfter('asked', 'decline', 'draft', ''))).toBe('declined')
  })
})

describe('a proposal to it', () => {
  it('is moved by the agency while it is screened, and past that by nobody in the buyers’ place', () => {
    const moved = stages.filter((stage) => brokerActs({ stage, handedIn: true }).length > 0)
    expect(moved).toEqual(['screening'])
    expect(brokerActs({ stage: 'screening', handedIn: true })).toEqual(['advance', 'stop'])
    // What a single buyer may do there is more, so the rule above takes something away.
    expect(openActs({ stage: 'proposal', handedIn: true }, 'buyer')).toEqual(['advance', 'stop'])
  })

  it('takes answers while it has not ended, a no with its reason', () => {
    const answered = (stage: (typeof stages)[number], answer: 'interested' | 'not-for-us', reason: string): string =>
      codeOf(() => checkProposalAnswer({ stage }, answer, reason))
    expect(answered('screening', 'interested', '')).toBe('undefined')
    expect(answered('proposal', 'not-for-us', 'Too dear.')).toBe('undefined')
    expect(answered('proposal', 'not-for-us', '  ')).toBe('proposal.reason')
    expect(answered('stopped', 'interested', '')).toBe('proposal.state')
    expect(answered('withdrawn', 'not-for-us', 'Too dear.')).toBe('proposal.state')
  })
})

describe('what an agency posts', () => {
  it('is a challenge that every supplier may read, and a draft at first', () => {
    const posted = (kind: 'need' | 'challenge', confidentiality: 'open' | 'alias', publish = false): string =>
      codeOf(() => checkBrokered({ kind, confidentiality }, publish))
    expect(posted('challenge', 'open')).toBe('undefined')
    expect(posted('challenge', 'alias')).toBe('need.brokered')
    expect(posted('need', 'open')).toBe('need.brokered')
    expect(posted('challenge', 'open', true)).toBe('buyers.none')
  })
})
