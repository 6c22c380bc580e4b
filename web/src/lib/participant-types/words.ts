import type { HostedStanding } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'
import type { Tone } from '$lib/ui/tone.ts'

export const hostedWords: Readonly<Record<HostedStanding, () => string>> = {
  short: m.participant_types_standing_short,
  'on-the-way': m.participant_types_standing_on_the_way,
  kept: m.participant_types_standing_kept,
}
export const hostedTones: Readonly<Record<HostedStanding, Tone>> = {
  short: 'warn',
  'on-the-way': 'plain',
  kept: 'good',
}
