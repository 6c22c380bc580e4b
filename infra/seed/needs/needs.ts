import { asId, blankNeed, type NeedContent, type NeedId } from '@enlace/domain'
import { cpvCode } from '@enlace/taxonomy'
import { dayAfter, instantAfter } from '../day.ts'
import type { DemoNeed } from '../demo-world.ts'
import { cobreAustralNeeds } from '../featured/cobre-austral.ts'
import { cobreAustral, type House } from '../buyers/buyers.ts'
import { idAt } from '../id.ts'
import type { SettledHouse } from '../organisations.ts'
import type { Random } from '../random.ts'
import { trades } from '../trades/trades.ts'
import { localMoney, townNamed } from '../world.ts'
import { challenges, type ChallengeSource } from './challenges.ts'
import { writeNeed } from './need-content.ts'
import { unmetNeeds, type UnmetSource } from './unmet.ts'

/** Needs by chance beside those written by hand; a few of them still drafts, a few already closed. */
const needsByChance = 132
const draftShare = 0.05
const closedShare = 0.07

const placeOf = (house: House): NeedContent['place'] => ({ ...townNamed(house.country, house.sites[0] ?? '') })
const codesOf = (digits: string): NeedContent['categories'] => digits.split(' ').map(cpvCode)

const challengeContent = (random: Random, source: ChallengeSource, house: House, today: string): NeedContent => ({
  ...blankNeed,
  kind: 'challenge',
  title: source.title,
  text: source.text,
  language: source.language,
  categories: codesOf(source.codes),
  answerBy: dayAfter(today, random.int(20, 80)),
  place: placeOf(house),
  budget: { min: null, max: { amountMinor: source.pilot * 100, currency: 'USD' } },
  governance: 'open-challenge',
  confidentiality: random.chance(0.25) ? 'alias' : 'open',
  localContentPercent: random.chance(0.3) ? 30 : null,
})

const unmetContent = (random: Random, source: UnmetSource, house: House, today: string): NeedContent => ({
  ...blankNeed,
  kind: 'need',
  title: source.title,
  text: source.text,
  language: source.language,
  categories: codesOf(source.codes),
  volume: source.volume,
  answerBy: dayAfter(today, random.int(15, 70)),
  deliverFrom: dayAfter(today, 120),
  deliverUntil: dayAfter(today, 700),
  place: placeOf(house),
  requiredCertificates: source.certificates.map((scheme, order) => ({ scheme, mandatory: order === 0 })),
  budget: { min: null, max: localMoney(house.country, source.budget) },
  governance: 'producer-driven',
  confidentiality: 'open',
})

type Written = { readonly content: NeedContent; readonly state: DemoNeed['state'] }

function byChance(random: Random, house: House, today: string): Written {
  const trade = random.pick(trades.filter((candidate) => house.trades.includes(candidate.id)))
  if (random.chance(draftShare)) return { content: writeNeed(random, house, trade, today), state: 'draft' }
  if (random.chance(closedShare))
    return { content: writeNeed(random, house, trade, dayAfter(today, -random.int(60, 200))), state: 'closed' }
  return { content: writeNeed(random, house, trade, today), state: 'published' }
}

function settle(random: Random, settled: SettledHouse, { content, state }: Written, today: string): DemoNeed {
  // A need is out for a while before its answers are due, and never after it.
  const lead =
    content.answerBy === null
      ? 20
      : Math.max(0, Math.round((Date.parse(content.answerBy) - Date.parse(today)) / 86_400_000))
  const age =
    state === 'closed'
      ? -Math.round((Date.parse(content.answerBy ?? today) - Date.parse(today)) / 86_400_000) + random.int(20, 50)
      : random.int(1, Math.max(2, 75 - lead))
  const created = instantAfter(today, -age, random.next())
  return {
    id: asId<NeedId>(idAt(random, created)),
    organisationId: settled.organisation.id,
    state,
    createdAt: new Date(created).toISOString(),
    publishedAt: state === 'draft' ? null : new Date(created + random.int(2, 90) * 60_000).toISOString(),
    content,
  }
}

/** All needs and challenges: the demo buyer's and the open problems by hand, the others by chance. */
export function writeNeeds(random: Random, houses: readonly SettledHouse[], today: string): readonly DemoNeed[] {
  const named = (name: string): SettledHouse => {
    const found = houses.find(({ house }) => house.name === name)
    if (found === undefined) throw new Error(`no buyer is called ${name}`)
    return found
  }
  const buyersOnly = houses.filter(({ house }) => house.kind === 'buyer')
  const open = (settled: SettledHouse, content: NeedContent): DemoNeed =>
    settle(random, settled, { content, state: 'published' }, today)
  return [
    ...cobreAustralNeeds(today).map((content) => open(named(cobreAustral.name), content)),
    ...challenges.map((source) =>
      open(named(source.buyer), challengeContent(random, source, named(source.buyer).house, today)),
    ),
    ...unmetNeeds.map((source) =>
      open(named(source.buyer), unmetContent(random, source, named(source.buyer).house, today)),
    ),
    ...Array.from({ length: needsByChance }, () => {
      const settled = random.pick(buyersOnly)
      return settle(random, settled, byChance(random, settled.house, today), today)
    }),
  ]
}
