import { announce, listAnnouncements, type AnnouncementView, type LiveData, type Topic } from '@enlace/contracts'
import type { AnnouncementKind, MatchdayId, MatchdaySide } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { live } from '$lib/live/live.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

/** What the organiser of a matchday tells, the newest first. */
export class Announcements extends Loaded<readonly AnnouncementView[]> {
  readonly id: MatchdayId
  busy = $state(false)
  /** Called with what is told while the page is open. */
  onheard: (told: AnnouncementView) => void = () => {}

  constructor(id: MatchdayId) {
    super(async () => (await call(listAnnouncements, { params: { id } })).items)
    this.id = id
  }

  /** Follows on a topic what is told until the returned function is called. */
  follow(heard: Topic): () => void {
    return live.listen(heard, {
      resync: () => void this.load(),
      message: (name, data) => {
        if (name !== 'announcement.made') return
        const told = data as LiveData<'announcement.made'>
        if (told.matchdayId === this.id && this.#add(told)) this.onheard(told)
      },
    })
  }

  tell = async (kind: AnnouncementKind, toSide: MatchdaySide | null, text = ''): Promise<boolean> => {
    this.busy = true
    const isDone = await attempt(
      async () => this.#add(await call(announce, { params: { id: this.id }, body: { kind, toSide, text } })),
      m.boards_said_told(),
    )
    this.busy = false
    return isDone
  }

  /** False where it is here already: it was answered as well as heard. */
  #add(told: AnnouncementView): boolean {
    const known = this.view ?? []
    if (known.some(({ id }) => id === told.id)) return false
    this.take([told, ...known])
    return true
  }
}
