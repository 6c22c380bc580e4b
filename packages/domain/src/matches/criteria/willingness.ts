import { quantityText } from '../capacity-claims.ts'
import { coverageOf } from '../../quantities.ts'
import type { Capability } from '../../passports/passport.ts'
import type { Evidence } from '../match.ts'
import { type Criterion, type Detail, type Pair, unsaid } from '../pair.ts'

/** A supplier that was asked rarely is taken to be as willing as most: so many answers of this mean stand before its own. */
const priorAnswers = 4
const priorInterest = 0.5

type MinimumOrder = { readonly reached: number; readonly detail: Detail; readonly evidence: Evidence }

/** How far the need's volume reaches the least order of the capability it reaches best. */
function minimumOrder({ need, passport }: Pair): MinimumOrder | null {
  const { volume } = need
  if (volume === null) return null
  const reach = ({ minimumOrder: least, id }: Capability): MinimumOrder | null => {
    const covers = least === null ? null : coverageOf({ ...volume, per: null }, { ...least, per: null }, 1)
    if (least === null || covers === null) return null
    const quote = quantityText(least)
    return {
      reached: Math.min(1, covers),
      detail: { minimumOrder: quote, volume: quantityText(volume) },
      evidence: { quote, source: 'capability', entryId: id },
    }
  }
  return (
    passport.capabilities
      .map(reach)
      .filter((found) => found !== null)
      .toSorted((a, b) => b.reached - a.reached)[0] ?? null
  )
}

/** The supplier's side: is the order large enough for it, and has it wanted needs of this kind before. */
export const willingness: Criterion = (pair) => {
  const order = minimumOrder(pair)
  const { answers } = pair.signals
  if (order === null && answers === null) return unsaid()
  const interest =
    answers === null ? null : (answers.interested + priorAnswers * priorInterest) / (answers.asked + priorAnswers)
  const parts = [order?.reached ?? null, interest].filter((part) => part !== null)
  return {
    score: parts.reduce((total, part) => total + part, 0) / parts.length,
    detail: { ...order?.detail, ...(answers === null ? {} : { asked: answers.asked, interested: answers.interested }) },
    evidence: order?.evidence ?? null,
  }
}
