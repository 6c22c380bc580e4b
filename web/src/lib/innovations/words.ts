import type { AccessState, InnovationState, Maturity, Seeking } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

export const maturityWords: Readonly<Record<Maturity, () => string>> = {
  idea: m.innovations_maturity_idea,
  prototype: m.innovations_maturity_prototype,
  'pilot-done': m.innovations_maturity_pilot_done,
  'in-use': m.innovations_maturity_in_use,
}
export const seekingWords: Readonly<Record<Seeking, () => string>> = {
  'pilot-site': m.innovations_seeks_pilot_site,
  'co-development': m.innovations_seeks_co_development,
  buyer: m.innovations_seeks_buyer,
}
export const stateWords: Readonly<Record<InnovationState, () => string>> = {
  draft: m.innovations_state_draft,
  published: m.innovations_state_published,
  withdrawn: m.innovations_state_withdrawn,
}
export const stateTones: Readonly<Record<InnovationState, Tone>> = {
  draft: 'plain',
  published: 'good',
  withdrawn: 'warn',
}
export const answerWords = {
  interested: m.innovations_answer_interested,
  'not-for-us': m.innovations_answer_not_for_us,
} as const
export const answerTones = { interested: 'good', 'not-for-us': 'plain' } as const satisfies Record<string, Tone>
export const accessWords: Readonly<Record<Exclude<AccessState, 'none'>, () => string>> = {
  asked: m.innovations_access_asked,
  granted: m.innovations_access_granted,
  refused: m.innovations_access_refused,
}
export const accessTones: Readonly<Record<Exclude<AccessState, 'none'>, Tone>> = {
  asked: 'warn',
  granted: 'good',
  refused: 'plain',
}
