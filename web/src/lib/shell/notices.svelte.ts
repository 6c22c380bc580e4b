import { type LiveData, type LiveName, topic } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'

export type Notice = { readonly id: string; readonly text: () => string; readonly href: string; readonly at: string }
const kept = 30

/** What has happened to the organisation since the page was opened, newest first; one line a thing. */
class Notices {
  list = $state.raw<readonly Notice[]>([])
  unread = $state(0)

  /** Follows the organisation's live topic until the returned function is called. */
  follow(organisationId: OrganisationId): () => void {
    this.list = []
    this.unread = 0
    return live.listen(topic.organisation(organisationId), {
      message: (name, data) => this.#hear(name, data),
      resync: () => {},
    })
  }

  read(): void {
    this.unread = 0
  }

  #hear<Name extends LiveName>(name: Name, data: LiveData<Name>): void {
    const notice = noticeOf(name, data)
    if (notice === null) return
    this.list = [{ ...notice, at: new Date().toISOString() }, ...this.list.filter(({ id }) => id !== notice.id)].slice(
      0,
      kept,
    )
    this.unread = Math.min(kept, this.unread + 1)
  }
}

type Told = { readonly [Name in LiveName]?: (data: LiveData<Name>) => Omit<Notice, 'at'> }
const told: Told = {
  'feed.changed': ({ need, match }) => ({
    id: `feed ${need.id}`,
    href: `/open-needs/${need.id}`,
    text: () => m.shell_notice_feed({ title: need.title, points: Math.round(match.score * 100) }),
  }),
  'need.changed': ({ needId, matchCount, interestedCount }) => ({
    id: `need ${needId}`,
    href: `/needs/${needId}`,
    text: () => m.shell_notice_need({ matches: matchCount, interested: interestedCount }),
  }),
  'import.changed': ({ id }) => ({
    id: `import ${id}`,
    href: `/imports/${id}`,
    text: () => m.shell_notice_import(),
  }),
}

/** What a live message says to a person, or null where a page shows it by itself. */
const noticeOf = <Name extends LiveName>(name: Name, data: LiveData<Name>): Omit<Notice, 'at'> | null => {
  const tell: ((data: LiveData<Name>) => Omit<Notice, 'at'>) | undefined = told[name]
  return tell === undefined ? null : tell(data)
}

export const notices = new Notices()
