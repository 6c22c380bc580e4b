import type { MatchdaySide, Wish } from '@enlace/domain'

import type { DemoAttendance, DemoWish, DemoWorld } from '../demo-world.ts'
import type { Random } from '../random.ts'

type Firms = Pick<DemoWorld, 'organisations' | 'passports' | 'people'>

/** Suppliers that somebody speaks for, in their order, whose first capability lies in one of these divisions of CPV. */
export function suppliersIn({ organisations, passports, people }: Firms, divisions: readonly string[]): string[] {
  const staffed = new Set(people.map(({ organisationId }) => organisationId))
  const serving = new Set(
    passports
      .filter(({ content }) => {
        const code = content.capabilities[0]?.categories[0]?.code ?? ''
        return divisions.some((division) => code.startsWith(division))
      })
      .map(({ organisationId }) => organisationId),
  )
  return organisations.filter(({ id }) => staffed.has(id) && serving.has(id)).map(({ slug }) => slug)
}

/** Firms of a side at a matchday, with the languages they speak. */
export const attending = (side: MatchdaySide, keys: readonly string[], notes: readonly string[]): DemoAttendance[] =>
  keys.map((organisation, order) => ({
    ...{ organisation, side, note: notes[order % notes.length] ?? '' },
    languages: order % 3 === 2 ? ['es', 'en'] : ['es'],
  }))

/** Why one firm wants to meet another. */
const reasons: Readonly<Record<MatchdaySide, readonly string[]>> = {
  host: [
    'Su capacidad responde a una necesidad que tenemos publicada.',
    'We look for a second source in this trade.',
    'Queremos conocer su taller antes de la próxima licitación.',
    'Your reference is close to what we plan for next year.',
  ],
  visitor: [
    'Servimos a una operación como la suya y podemos mostrar los resultados.',
    'We are a day away from your site and have capacity free.',
    'Su necesidad es lo que hacemos todos los días.',
    'We would like to learn what your gate asks of a new supplier.',
  ],
}

/** What both sides of a matchday say of each other: most agree, some ask and wait for an answer, a few say no. */
export function wishesOf(random: Random, hosts: readonly string[], visitors: readonly string[]): DemoWish[] {
  const wishes: DemoWish[] = []
  for (const host of hosts)
    for (const visitor of visitors) {
      const chance = random.next()
      const say = (by: string, of: string, side: MatchdaySide, wish: Wish): void =>
        void wishes.push({ by, of, wish, reason: wish === 'no' ? '' : random.pick(reasons[side]) })
      if (chance < 0.66) say(host, visitor, 'host', random.chance(0.2) ? 'must' : 'meet')
      if (chance < 0.54 || (chance > 0.7 && chance < 0.84)) say(visitor, host, 'visitor', 'meet')
      if (chance > 0.97) say(host, visitor, 'host', 'no')
    }
  return wishes
}

/** The pairs of a host and a visitor that both want to meet. */
export const agreedIn = (
  wishes: readonly DemoWish[],
  hosts: readonly string[],
): { readonly host: string; readonly visitor: string }[] =>
  wishes
    .filter(({ by, of, wish }) => {
      const answer = wishes.find((other) => other.by === of && other.of === by)
      return hosts.includes(by) && wish !== 'no' && answer !== undefined && answer.wish !== 'no'
    })
    .map(({ by, of }) => ({ host: by, visitor: of }))

/** The wishes of a crowd and two who want each other whatever chance says. */
export const withPair = (wishes: readonly DemoWish[], host: string, visitor: string): DemoWish[] => [
  ...wishes.filter(({ by, of }) => !(by === host && of === visitor) && !(by === visitor && of === host)),
  { by: host, of: visitor, wish: 'must', reason: 'We want to see how the binder held this year.' },
  { by: visitor, of: host, wish: 'must', reason: 'Traemos las mediciones de la última campaña.' },
]
