import { exclusionGrounds, type ExclusionGround, type StatementAnswer } from '@enlace/domain'
import { list } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import type { Tone } from '../ui/tone.ts'

export const groundWords: Readonly<Record<ExclusionGround, () => string>> = {
  labour: m.exclusions_ground_labour,
  weapons: m.exclusions_ground_weapons,
  radioactive: m.exclusions_ground_radioactive,
  gambling: m.exclusions_ground_gambling,
  pornography: m.exclusions_ground_pornography,
  sanctions: m.exclusions_ground_sanctions,
}
const isGround = (text: string): text is ExclusionGround => exclusionGrounds.some((ground) => ground === text)

/** "weapons, sanctions", as the rules write it, in the reader's words. */
export const groundsIn = (text: string): string =>
  list(text.split(', ').flatMap((part) => (isGround(part) ? [groundWords[part]()] : [])))

/** For which grounds a supplier is excluded, from the codes of a refusal; nothing where they name none. */
export function groundsAtFault(codes: readonly string[]): string {
  const grounds = groundsIn(codes.map((code) => code.replace('exclusion.', '')).join(', '))
  return grounds === '' ? '' : m.exclusions_excluded_for({ grounds })
}

export const saysWords: Readonly<Record<StatementAnswer, () => string>> = {
  none: m.exclusions_say_none,
  yes: m.exclusions_say_yes,
}

type Standing = 'pass' | 'fail' | 'unstated'
export const standingWords: Readonly<Record<Standing, () => string>> = {
  pass: m.exclusions_standing_pass,
  fail: m.exclusions_standing_fail,
  unstated: m.exclusions_standing_unstated,
}
export const standingTones: Readonly<Record<Standing, Tone>> = { pass: 'good', fail: 'bad', unstated: 'warn' }
