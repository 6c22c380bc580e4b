import { listNotifications, markNotifications, topic, type NotificationView } from '@enlace/contracts'
import type { NotificationId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'
import { session } from '../session/session.svelte.ts'

const inMenu = 6

/** The organisation's notices as the bell knows them: how many are unread, and the latest. */
class Notices {
  unread = $state(0)
  latest = $state.raw<readonly NotificationView[]>([])
  #asked = 0

  load = async (): Promise<void> => {
    const mine = ++this.#asked
    const page = await call(listNotifications, { query: { limit: inMenu } }).catch(() => null)
    // An answer that was overtaken by a later question is dropped.
    if (page !== null && mine === this.#asked) [this.latest, this.unread] = [page.items, page.unread]
  }

  /** For an $effect of the shell: follows until the returned function is called. */
  follow(): (() => void) | undefined {
    const own = session.organisation
    if (own === null) return undefined
    return live.listen(topic.organisation(own.id), {
      resync: () => void this.load(),
      message: (name) => {
        if (name === 'notification.created') void this.load()
      },
    })
  }

  /** Marks notices read or unread, all where `ids` is null; answers with those that changed. */
  async mark(ids: readonly NotificationId[] | null, read: boolean): Promise<readonly NotificationId[]> {
    const done = await call(markNotifications, { body: { ids: ids === null ? null : [...ids], read } })
    this.unread = done.unread
    void this.load()
    return done.ids
  }
}

export const notices = new Notices()
