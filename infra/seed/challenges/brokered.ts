import {
  blankNeed,
  usualStageDays,
  type BriefContent,
  type BuyerPart,
  type NeedContent,
  type Organisation,
} from '@enlace/domain'
import type { DemoBrokered } from '../demo-world.ts'

const content: NeedContent = {
  ...blankNeed,
  kind: 'challenge',
  title: 'Dust on the public road that three mines share',
  text: 'Trucks of three mines use the same 46 km of public road through two villages. Each of us waters its own stretch, and the dust stays. We look for one solution for the whole road.',
  governance: 'open-challenge',
}

const brief: BriefContent = {
  theme: 'community',
  baseline: 'PM10 in both villages lies above the daily limit on 61 days a year, with 2,400 m3 of water spread a day.',
  question: 'How can one solution for the whole road keep PM10 below the limit with half the water?',
  specification: '',
  money: null,
  measures: [{ aspect: 'community', text: 'Days above the PM10 limit', unit: 'days a year', baseline: 61, target: 5 }],
  budget: null,
  stageDays: usualStageDays,
}

const part = (baseline: string, sites: number, dollars: number): BuyerPart => ({
  baseline,
  benefit: 'Fewer stops of haulage by the authority, and a road that lasts longer.',
  sites,
  pledged: { amountMinor: dollars * 100, currency: 'USD' },
})

const broker = 'ProVincula'
const asked = [
  { name: 'Cobre Austral', joined: null },
  {
    name: 'Minera Puna Clara',
    joined: {
      named: true,
      shares: true,
      part: part('19 km of the road are ours; we spread 900 m3 a day.', 2, 120_000),
    },
  },
  {
    name: 'Litio Salar Alto',
    joined: { named: false, shares: false, part: part('Our trucks make 210 trips a day on it.', 1, 90_000) },
  },
]

/** A challenge that an agency is preparing for three buyers: the demo buyer is asked and has not answered. */
export function writeBrokered(organisations: readonly Organisation[]): readonly DemoBrokered[] {
  const idOf = (name: string): Organisation['id'] | undefined => organisations.find((one) => one.name === name)?.id
  const agencyId = idOf(broker)
  if (agencyId === undefined) return []
  const buyers = asked.flatMap(({ name, joined }) => {
    const organisationId = idOf(name)
    return organisationId === undefined ? [] : [{ organisationId, joined }]
  })
  return [{ agencyId, content, brief, buyers }]
}
