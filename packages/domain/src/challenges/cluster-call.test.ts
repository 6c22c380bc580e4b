import { describe, expect, it } from 'vitest'

import { asId, type OrganisationId } from '../brand.ts'
import { awardedAct, checkAgreed, checkAsked } from './cluster-call.ts'
import { moved, stages } from './stages.ts'

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
    for (const stage of stages)
      for (const handedIn of [true, false]) {
        const act = awardedAct({ stage, handedIn }, false)
        if (['contract', 'stopped', 'withdrawn'].includes(stage)) expect(act).toBeNull()
        else expect(moved({ stage, handedIn }, act ?? 'advance', 'buyer', 'Another was better.').stage).toBe('stopped')
      }
    expect(
      moved(
        { stage: 'proposal', handedIn: true },
        awardedAct({ stage: 'proposal', handedIn: true }, true)!,
        'buyer',
        '',
      ),
    ).toEqual({
      stage: 'pilot',
      handedIn: false,
    })
  })
})
