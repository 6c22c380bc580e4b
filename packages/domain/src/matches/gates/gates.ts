import { type GateId, gateIds, type GateResult } from '../match.ts'
import type { Gate, Pair } from '../pair.ts'
import { answerDateGate } from './answer-date.ts'
import { capacityGate } from './capacity.ts'
import { certificatesGate } from './certificates.ts'
import { countryGate } from './country.ts'
import { exclusionsGate } from './exclusions.ts'
import { languagesGate } from './languages.ts'
import { radiusGate } from './radius.ts'

const gates: Readonly<Record<GateId, Gate>> = {
  certificates: certificatesGate,
  country: countryGate,
  radius: radiusGate,
  capacity: capacityGate,
  languages: languagesGate,
  'answer-date': answerDateGate,
  exclusions: exclusionsGate,
}

/** The gates a need asks about, in a fixed order, each with its verdict; what it leaves open is left out. */
export function passGates(pair: Pair): readonly GateResult[] {
  const results: GateResult[] = []
  for (const id of gateIds) {
    const finding = gates[id](pair)
    if (finding !== null) results.push({ id, ...finding })
  }
  return results
}

/** Whether every gate passes; what is to verify does not. */
export const passesAll = (results: readonly Pick<GateResult, 'verdict'>[]): boolean =>
  results.every(({ verdict }) => verdict === 'pass')
