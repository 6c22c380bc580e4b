import type { LinkageSide, LinkageStage, NeedId, OrganisationId, Organisation, Statement } from '@enlace/domain'
import type { DemoLinkage, DemoNeed } from '../demo-world.ts'

/** How two came to where they are: the steps with whose they were, and what was said and stated on the way. */
type Story = {
  readonly steps: readonly (readonly [to: LinkageStage, by: LinkageSide])[]
  readonly reason?: string
  readonly messages?: readonly (readonly [by: LinkageSide, text: string])[]
  readonly statements?: readonly Statement[]
}
const usd = (of: Statement['of'], by: LinkageSide, dollars: number, year: number | null = null): Statement => ({
  ...{ of, by, year, callId: null },
  amountMinor: dollars * 100,
  currency: 'USD',
})

const hello = [
  ['buyer', 'Buenos días. ¿Pueden entregar en faena antes de fin de mes?'],
  ['supplier', 'Sí: salimos de bodega en seis días. ¿Necesitan descarga con grúa?'],
] as const
const talked = [['conversation', 'supplier']] as const

const stories = {
  fresh: { steps: [] },
  written: { steps: [], messages: [['buyer', 'We saw your passport and would like to talk about volumes.']] },
  talking: { steps: talked, messages: hello, statements: [usd('potential', 'buyer', 180_000)] },
  trying: {
    steps: [...talked, ['sample', 'buyer']],
    messages: [...hello, ['buyer', 'Please send a sample for 200 metres of ramp.']],
    statements: [usd('potential', 'buyer', 240_000)],
  },
  asked: { steps: [...talked, ['rfq', 'buyer']], messages: hello, statements: [usd('potential', 'buyer', 95_000)] },
  offered: {
    steps: [...talked, ['rfq', 'buyer'], ['offer', 'supplier']],
    messages: [...hello, ['supplier', 'Our offer is valid for 30 days.']],
    statements: [usd('potential', 'buyer', 120_000)],
  },
  agreed: {
    steps: [...talked, ['rfq', 'buyer'], ['offer', 'supplier'], ['contract', 'buyer']],
    messages: hello,
    statements: [
      usd('potential', 'buyer', 150_000),
      usd('contract', 'supplier', 132_000),
      usd('contract', 'buyer', 132_000),
      usd('spend', 'supplier', 40_000, 2025),
    ],
  },
  differing: {
    steps: [...talked, ['rfq', 'buyer'], ['offer', 'supplier'], ['contract', 'supplier']],
    messages: hello,
    statements: [usd('contract', 'supplier', 88_000), usd('contract', 'buyer', 80_000)],
  },
  ended: {
    steps: [...talked, ['stopped', 'buyer']],
    reason: 'The volume is more than one line can make this year.',
    messages: hello,
  },
} satisfies Record<string, Story>

/** Who is linked with whom: a buyer, how its suppliers are found, and how far each came. */
const pairs: readonly (readonly [buyer: string, supplier: string | number, story: keyof typeof stories])[] = [
  ['Cobre Austral', 0, 'fresh'],
  ['Cobre Austral', 1, 'written'],
  ['Cobre Austral', 2, 'trying'],
  ['Cobre Austral', 3, 'asked'],
  ['Cobre Austral', 4, 'offered'],
  ['Cobre Austral', 5, 'agreed'],
  ['Cobre Austral', 6, 'differing'],
  ['Cobre Austral', 7, 'ended'],
  ['Minera Puna Clara', 'Polímeros del Loa', 'agreed'],
  ['Litio Salar Alto', 'Polímeros del Loa', 'talking'],
  ['Ferro Jatobá Mineração', 'Polímeros del Loa', 'offered'],
]

const consented: ReadonlySet<LinkageStage> = new Set(['conversation', 'contract', 'repeat'])

/** The steps as lines of a history, three days apart and the last two days ago. */
function movesOf({ steps, reason }: Story): DemoLinkage['moves'] {
  const agoOf = (left: number): number => 2 + left * 3
  let from: LinkageStage = 'match'
  const begin = { kind: 'started', from, to: from, by: null, daysAgo: agoOf(steps.length) } as const
  const lines = steps.flatMap(([to, by], index): DemoLinkage['moves'] => {
    const daysAgo = agoOf(steps.length - 1 - index)
    const line = { from, to, by, daysAgo }
    const proposal = {
      ...line,
      kind: 'proposed',
      by: by === 'buyer' ? 'supplier' : 'buyer',
      daysAgo: daysAgo + 1,
    } as const
    from = to
    const step = { ...line, kind: 'stepped', ...(to === 'stopped' && reason !== undefined ? { reason } : {}) } as const
    return consented.has(to) ? [proposal, step] : [step]
  })
  return [begin, ...lines]
}

/** Linkages of the demo world, each over a need of its buyer that names it; of its own buyer's needs each supplier has another. */
export function writeLinkages(
  organisations: readonly Organisation[],
  needs: readonly DemoNeed[],
): readonly DemoLinkage[] {
  const suppliers = organisations.filter(
    ({ kind, country, name }) => kind === 'supplier' && country === 'CL' && name !== 'Polímeros del Loa',
  )
  const idOf = (name: string): OrganisationId => {
    const found = organisations.find((one) => one.name === name)
    if (found === undefined) throw new Error(`the demo world has no ${name}`)
    return found.id
  }
  return pairs.flatMap(([buyer, supplier, name], order) => {
    const story: Story = stories[name]
    const buyerId = idOf(buyer)
    const open = needs.filter(
      (need) =>
        need.organisationId === buyerId && need.state === 'published' && need.content.confidentiality === 'open',
    )
    const supplierId = typeof supplier === 'number' ? suppliers[supplier]?.id : idOf(supplier)
    if (supplierId === undefined) return []
    const needId: NeedId | null = open[order % Math.max(1, open.length)]?.id ?? null
    const moves = movesOf(story)
    const first = moves[0]?.daysAgo ?? 2
    const messages = (story.messages ?? []).map(([by, text], index) => ({
      by,
      text,
      daysAgo: first - 0.5 - index * 0.1,
    }))
    return [{ buyerId, supplierId, needId, moves, messages, statements: story.statements ?? [] }]
  })
}
