import { describe, expect, it } from 'vitest'

import { candidate, matchday, participant } from '../../test/small-matchday.ts'
import { faultsOf } from './check.ts'
import type { Candidate } from './question.ts'
import { select } from './select.ts'

const visitor = { side: 'visitor' } as const

describe('who meets', () => {
  it('is whom both wish for most, as far as their meetings go', async () => {
    const people = [participant({ atMost: 1 }), participant(visitor), participant(visitor)]
    const { chosen, worth } = await select(matchday(people, [candidate(0, 1), candidate(0, 2, { hostWish: 'must' })]))
    expect(chosen).toEqual([1])
    expect(worth).toBe(3)
  })

  it('gives a small firm its first meeting before one that is wanted more', async () => {
    const wanted = participant({ ...visitor, atMost: 2 })
    const small = participant({ ...visitor, standing: 'small' })
    const candidates = [candidate(0, 1, { visitorWish: 'must' }), candidate(0, 2, { score: 0.5 })]
    const { chosen } = await select(matchday([participant({ atMost: 1 }), wanted, small], candidates))
    expect(chosen).toEqual([1])
  })

  it.each<{ says: string; other: Partial<Candidate>; bar: string }>([
    { says: 'one side said no', other: { visitorWish: 'no-thanks' }, bar: 'no-thanks' },
    { says: 'a wall stands between them', other: { visitor: 2 }, bar: 'never-with' },
    { says: 'they are never there together', other: { visitor: 3 }, bar: 'no-common-slot' },
    { says: 'nobody interprets for them', other: { visitor: 4 }, bar: 'no-common-language' },
  ])('is nobody where $says', async ({ other, bar }) => {
    const people = [
      participant({ slots: [0, 1] }),
      participant(visitor),
      participant(visitor),
      participant({ ...visitor, slots: [2, 3] }),
      participant({ ...visitor, languages: ['ar'] }),
    ]
    const walls = { neverWith: [[2, 0] as const] }
    const { chosen, barred } = await select(matchday(people, [candidate(0, 1), candidate(0, 1, other)], walls))
    expect(chosen).toEqual([0])
    expect([...barred]).toEqual([[1, bar]])
  })

  it('keeps quotas, rooms, interpreters and the slots people have', async () => {
    const people = [
      participant({ quotas: [{ type: 'bank', atLeast: 0, atMost: 1 }] }),
      participant({ slots: [0], languages: ['en'] }),
      ...['bank', 'bank', 'mill'].map((type) => participant({ ...visitor, type })),
    ]
    const candidates = [0, 1].flatMap((host) => [2, 3, 4].map((one) => candidate(host, one)))
    const interpreters = [{ languages: ['en', 'es'] as const, meetings: 2 }]
    const meets = async (other: object) =>
      (await select(matchday(people, candidates, { interpreters, ...other }))).chosen.map((at) => candidates[at]?.host)
    expect(await meets({})).toEqual([0, 0, 1])
    expect(await meets({ interpreters: [{ languages: ['en', 'es'], meetings: 0 }] })).toEqual([0, 0])
    expect(await meets({ slots: 1, places: 1 })).toHaveLength(1)
  })

  it('is the same whether the program starts with few candidates or all', async () => {
    const people = [
      ...Array.from({ length: 6 }, () => participant({ atMost: 2 })),
      ...Array.from({ length: 12 }, () => participant({ ...visitor, standing: 'small', atMost: 1 })),
    ]
    const candidates = Array.from({ length: 72 }, (_, at) =>
      candidate(at % 6, 6 + Math.floor(at / 6), { score: ((at * 37) % 72) / 72 }),
    )
    const question = matchday(people, candidates)
    const [few, all] = [await select(question, { top: 1 }), await select(question, { top: 72 })]
    expect(few.effort.pairs).toBeLessThan(all.effort.pairs)
    expect(few.worth).toBeCloseTo(all.worth, 9)
  })
})

describe('a floor that cannot be met', () => {
  it('is told with the people and the room they share, apart from what has nothing to do with it', async () => {
    const firms = Array.from({ length: 4 }, () => participant({ ...visitor, atLeast: 2 }))
    const people = [participant({ atMost: 2 }), participant({ atMost: 1 }), ...firms, participant(), participant()]
    const candidates = [
      ...[2, 3, 4].flatMap((firm) => [candidate(0, firm), candidate(1, firm)]),
      ...[6, 7].map((host) => candidate(host, 5)),
    ]
    const question = matchday(people, candidates)
    const selection = await select(question)
    expect(selection.bottlenecks).toEqual([
      {
        floors: [2, 3, 4].map((one) => ({ limit: { of: 'participant', participant: one }, times: 1 })),
        shared: [0, 1].map((one) => ({ limit: { of: 'participant', participant: one }, times: 1 })),
        pairs: 0,
        needed: 6,
        room: 3,
      },
    ])
    expect(selection.missing.reduce((sum, { short }) => sum + short, 0)).toBe(3)
    expect(faultsOf(question, selection)).toEqual([])
  })

  it('is blocked by its own slots, or by having no more candidates', async () => {
    const lonely = participant({ ...visitor, atLeast: 2 })
    const brief = participant({ ...visitor, atLeast: 3, slots: [1] })
    const people = [participant(), participant(), participant(), lonely, brief]
    const candidates = [candidate(0, 3), ...[0, 1, 2].map((host) => candidate(host, 4))]
    const { bottlenecks } = await select(matchday(people, candidates))
    const of = (one: number) => [{ limit: { of: 'participant', participant: one }, times: 1 }]
    expect(bottlenecks).toEqual([
      { floors: of(3), shared: [], pairs: 1, needed: 2, room: 1 },
      { floors: of(4), shared: of(4), pairs: 0, needed: 3, room: 1 },
    ])
  })
})

describe('interpreters that leave halves', () => {
  it('are given out whole, and the bound says what halves would have been worth', async () => {
    const people = [
      participant({ atMost: 1 }),
      participant({ atMost: 1, languages: ['en'] }),
      participant({ ...visitor, atMost: 1, languages: ['en'] }),
      participant({ ...visitor, atMost: 1 }),
    ]
    const candidates = [candidate(0, 2), candidate(0, 3), candidate(1, 3)]
    const interpreters = [{ languages: ['es', 'en'] as const, meetings: 1 }]
    const question = matchday(people, candidates, { interpreters })
    const selection = await select(question)
    expect(selection).toMatchObject({ integral: false, worth: 2, bound: 3 })
    expect(faultsOf(question, selection)).toEqual([])
  })
})
