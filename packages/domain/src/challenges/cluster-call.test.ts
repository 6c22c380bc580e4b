import { describe, expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { awardedAct, checkAgreed, checkAsked } from './cluster-call.ts'
import { decidedStages, moved, stages } from './stages.ts'

const [one, two, other] = ['a', 'b', 'c'].map((id) => asId<OrganisationId>(id)) as [
  OrganisationId,
  OrganisationId,
  OrganisationId,
]
const firms = [
  { id: one, agreed: true },
  { id: two, agreed: true },
]

describe('a call of a cluster', () => {
  it('asks the firms of the cluster, and nobody else', () => {
    expect(() => checkAsked({ access: 'invited', invited: [one, two] }, firms)).not.toThrow()
    expect(() => checkAsked({ access: 'invited', invited: [] }, firms)).not.toThrow()
    expect(() => checkAsked({ access: 'invited', invited: [one, other] }, firms)).toThrow(
      expect.objectContaining({
        code: 'cluster.outsider',
        faults: [expect.objectContaining({ path: 'body.invited' })],
      }),
    )
    expect(() => checkAsked({ access: 'open', invited: [] }, firms)).toThrow(
      expect.objectContaining({ code: 'cluster.outsider', faults: [expect.objectContaining({ path: 'body.access' })] }),
    )
  })

  it('waits for each firm to agree to the terms', () => {
    expect(() => checkAgreed(firms)).not.toThrow()
    expect(() => checkAgreed([...firms, { id: other, agreed: false }])).toThrow(
      expect.objectContaining({ code: 'cluster.terms', message: expect.stringContaining('1 of the 3') }),
    )
  })

  it('says of each proposal what the table of stages allows, and stops none that has ended', () => {
    const standings = stages.flatMap((stage) => [true, false].map((handedIn) => ({ stage, handedIn })))
    const stopped = standings.filter((standing) => awardedAct(standing, false) === 'stop')
    expect(new Set(stopped.map(({ stage }) => stage))).toEqual(new Set(decidedStages))
    for (const standing of stopped)
      expect(moved(standing, 'stop', 'buyer', 'Another was better.')).toEqual({ stage: 'stopped', handedIn: false })
    const ended = standings.filter((standing) => !stopped.includes(standing))
    expect(ended.map((standing) => awardedAct(standing, false))).toEqual(ended.map(() => null))
    const proposal = { stage: 'proposal', handedIn: true } as const
    expect(awardedAct(proposal, true)).toBe('advance')
    expect(moved(proposal, 'advance', 'buyer', '')).toEqual({ stage: 'pilot', handedIn: false })
  })
})
