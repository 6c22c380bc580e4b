import { topic, type Topic } from '@enlace/contracts'
import { live } from '$lib/live/live.svelte.ts'
import { oneAtATime } from '$lib/live/one-at-a-time.ts'
import { session } from '$lib/session/session.svelte.ts'

/**
 * Reads again whenever something about a matchday changed, until the returned function is called. Its organiser hears of
 * single meetings by a message of their own; while a day runs there are many, so they are read together.
 */
export function followMatchday(id: string, heard: Topic, read: () => Promise<unknown>): () => void {
  const again = oneAtATime(read)
  return live.listen(heard, {
    resync: again,
    message: (name, data) => {
      const isOf = (data as { readonly matchdayId?: string } | null)?.matchdayId === id
      if (isOf && (name === 'matchday.changed' || name === 'meeting.changed')) again()
    },
  })
}

/**
 * Reads what a page shows of a matchday, and again whenever its reader's organisation hears of it, until the returned
 * function is called.
 */
export function keepReading(id: string, read: () => Promise<unknown>): () => void {
  void read()
  const own = session.organisation
  return own === null ? () => undefined : followMatchday(id, topic.organisation(own.id), read)
}
