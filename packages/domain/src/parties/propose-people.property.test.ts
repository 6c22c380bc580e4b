import fc from 'fast-check'
import { expect, it } from 'vitest'

import { asId } from '../brand.ts'
import { proposePeople, type AttendedMeeting, type ProposedMember } from './propose-people.ts'

const spoken = fc.subarray(['en', 'es', 'pt'])
const slots = fc.uniqueArray(fc.nat(11), { maxLength: 8 })
const parties = fc
  .array(fc.record({ languages: spoken, away: slots, elsewhere: slots }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, at): ProposedMember => ({ ...one, id: asId(`person-${at}`), name: `Person ${at}` })))
const meetings = fc
  .uniqueArray(fc.nat(11), { minLength: 1, maxLength: 12 })
  .chain((taken) => fc.tuple(...taken.map((slot) => fc.record({ slot: fc.constant(slot), languages: spoken }))))
  .map((all) => all.map((one): AttendedMeeting => ({ ...one, id: asId(`meeting-${one.slot}`), people: [] })))

const there = ({ away, elsewhere }: ProposedMember, slot: number): boolean =>
  !away.includes(slot) && !elsewhere.includes(slot)
const talks = ({ languages }: ProposedMember, other: readonly string[]): boolean =>
  languages.length === 0 || other.length === 0 || languages.some((one) => other.includes(one))

it('never proposes who is away, proposes wherever somebody is there, and who talks with the others before who does not', () => {
  fc.assert(
    fc.property(parties, meetings, (members, all) => {
      const proposed = proposePeople(members, all)
      for (const { id, slot, languages } of all) {
        const can = members.filter((member) => there(member, slot))
        const who = members.find((member) => member.id === proposed.get(id))
        expect(who === undefined).toBe(can.length === 0)
        if (who === undefined) continue
        expect(there(who, slot)).toBe(true)
        expect(talks(who, languages)).toBe(can.some((member) => talks(member, languages)))
      }
    }),
  )
})

it('is balanced within one where all are equal, and the same whatever the order of the meetings', () => {
  fc.assert(
    fc.property(parties, meetings, (members, all) => {
      const equals = members.map((one) => ({ ...one, languages: [], away: [], elsewhere: [] }))
      const proposed = proposePeople(equals, all)
      expect(proposePeople(equals, all.toReversed())).toEqual(proposed)
      const counts = equals.map(({ id }) => [...proposed.values()].filter((one) => one === id).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})

it('leaves whoever comes already, and counts them', () => {
  fc.assert(
    fc.property(parties, meetings, fc.nat(), (members, all, at) => {
      const equals = members.map((one) => ({ ...one, languages: [], away: [], elsewhere: [] }))
      const [first] = equals
      const fixed = all[at % all.length]
      if (first === undefined || fixed === undefined) return
      const given = all.map((one) => (one === fixed ? { ...one, people: [first.id] } : one))
      const proposed = proposePeople(equals, given)
      expect(proposed.has(fixed.id)).toBe(false)
      const counts = equals.map(
        ({ id }) => [...proposed.values()].filter((one) => one === id).length + (id === first.id ? 1 : 0),
      )
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})
