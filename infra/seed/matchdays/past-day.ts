import type { MeetingOutcome } from '@enlace/domain'

import { dayAfter } from '../day.ts'
import type { DemoPastDay } from '../demo-world.ts'
import type { Random } from '../random.ts'

type Pair = { readonly host: string; readonly visitor: string }

const held: MeetingOutcome = {
  ...{ held: 'held', interest: 'follow-up', nextStep: '', nextBy: null, nextOn: null, value: null, note: '' },
}
const gone: MeetingOutcome = { ...held, held: 'they-absent', interest: null }

const steps = [
  'Enviar muestra y ficha técnica',
  'Visit to the workshop',
  'Cotizar la primera campaña',
  'Second call with the site manager',
] as const
const dollars = [45_000, 80_000, 120_000, 180_000, 260_000] as const

/** What one who met says of it. */
function outcomeOf(random: Random, today: string): MeetingOutcome {
  const interest = random.pick(['none', 'follow-up', 'follow-up', 'sample', 'quote', 'quote', 'order'] as const)
  if (interest === 'none') return { ...held, interest }
  const value = { amountMinor: random.pick(dollars) * 100, currency: 'USD' }
  const step = { nextStep: random.pick(steps), nextBy: random.pick(['us', 'them', 'both'] as const) }
  return {
    ...held,
    ...step,
    interest,
    nextOn: dayAfter(today, random.int(5, 30)),
    value: random.chance(0.7) ? value : null,
  }
}

/**
 * What happened on a day that is past: a firm withdrew before it, another never came, a few meetings were missed, and
 * most who met said what came of it; those behind the doors of the demo all of it.
 */
export function writePastDay(
  random: Random,
  pairs: readonly Pair[],
  doors: readonly string[],
  today: string,
): DemoPastDay {
  const visitors = [...new Set(pairs.map(({ visitor }) => visitor))].filter((key) => !doors.includes(key))
  const [withdrew, stayedAway, late] = [visitors.at(-1), visitors.at(-2), visitors.at(0)]
  const lost = (key: string): boolean => key === withdrew || key === stayedAway
  const missed = pairs.filter(({ visitor }) => visitor === late).slice(0, 2)
  const met = pairs.filter((pair) => !lost(pair.visitor) && !missed.includes(pair))
  const said = met.flatMap(({ host, visitor }) =>
    [
      { by: host, of: visitor },
      { by: visitor, of: host },
    ]
      .filter(({ by }) => doors.includes(by) || random.chance(0.3))
      .map((one) => ({ ...one, outcome: outcomeOf(random, today) })),
  )
  const awaited = missed.map(({ host, visitor }) => ({ by: host, of: visitor, outcome: gone }))
  return {
    withdrew: withdrew === undefined ? [] : [withdrew],
    stayedAway: stayedAway === undefined ? [] : [stayedAway],
    missed,
    said: [...said, ...awaited],
    excuses: [
      ...(stayedAway === undefined
        ? []
        : [
            {
              by: stayedAway,
              kind: 'travel',
              text: 'La ruta estuvo cortada por nieve desde la noche anterior.',
              decision: null,
            } as const,
          ]),
      ...(late === undefined
        ? []
        : [
            {
              ...({
                by: late,
                kind: 'timetable',
                text: 'Our table was moved, and we waited at the first one.',
              } as const),
              decision: { accepted: true, reason: 'Es cierto: el cambio de mesa se avisó tarde.' },
            },
          ]),
    ],
  }
}
