import { type LiveName, topic } from '@enlace/contracts'
import { session } from '../session/session.svelte.ts'
import { live } from './live.svelte.ts'

/** Reads a list, and again whenever something of this name changed for one's organisation; returned to an $effect. */
export function readAgainOn(name: LiveName, again: () => void): (() => void) | undefined {
  again()
  const { organisation } = session
  if (organisation === null) return undefined
  return live.listen(topic.organisation(organisation.id), {
    resync: again,
    message: (heard) => {
      if (heard === name) again()
    },
  })
}
