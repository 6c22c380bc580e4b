import type { GapsView } from '@enlace/contracts'
import { list } from '../locale/format.ts'
import { gapWords } from '../matches/gap-words.ts'
import { m } from '../paraglide/messages.js'

export type GapGroup = GapsView['gaps'][number]
type Kind = Pick<GapGroup, 'id' | 'detail'>

/** What closes a gap, in the reader's language; a scheme's name alone would not say that it is a certificate. */
export const gapName = (kind: Kind): string =>
  kind.id === 'certificates' && kind.detail['scheme'] !== undefined
    ? m.gaps_certificate({ scheme: String(kind.detail['scheme']) })
    : gapWords({ ...kind, scoreAfter: 0 })

/** "opens 14 open needs and improves 6": what is none is not said. */
export const effectWords = ({ opens, improves }: Pick<GapGroup, 'opens' | 'improves'>): string =>
  list([
    ...(opens === 0 ? [] : [m.gaps_opens({ count: opens })]),
    ...(improves === 0 ? [] : [m.gaps_improves({ count: improves })]),
  ])

/** A score as people see it, 0..100. */
export const pointsIn = (score: number): number => Math.round(score * 100)

/** Each group with a name of its own for the list it stands in; two sites of one town read alike. */
export function keyed(groups: readonly GapGroup[]): readonly { readonly key: string; readonly gap: GapGroup }[] {
  const seen = new Map<string, number>()
  return groups.map((gap) => {
    const name = `${gap.id} ${JSON.stringify(gap.detail)}`
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return { key: `${name} ${times}`, gap }
  })
}
