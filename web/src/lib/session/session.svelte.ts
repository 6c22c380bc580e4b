import { type Output, readSession } from '@enlace/contracts'
import { type Action, type Actor, anonymous, can, type OrganisationKind, type Subject } from '@enlace/domain'
import { call, whenSessionIsLost } from '$lib/api/call.ts'

export type SessionView = Output<typeof readSession>

/** The person who is signed in, as far as the page needs to know; the server decides everything again. */
class Session {
  view = $state.raw<SessionView | null>(null)
  /** True once the server no longer knew us: the shell asks to sign in again without losing the page. */
  lost = $state(false)
  #asked: Promise<SessionView> | null = null

  /** Reads who is signed in, once; `again` after signing in or out. Throws a CallError. */
  async load(again = false): Promise<SessionView> {
    if (this.view !== null && !again) return this.view
    if (this.#asked === null || again) this.#asked = call(readSession, {})
    const asked = this.#asked
    try {
      return this.take(await asked)
    } finally {
      if (this.#asked === asked) this.#asked = null
    }
  }

  /** Takes over a view that another call has answered with. */
  take(view: SessionView): SessionView {
    this.view = view
    this.lost = false
    return view
  }

  get organisation(): SessionView['organisation'] {
    return this.view?.organisation ?? null
  }
  get kind(): OrganisationKind | null {
    return this.organisation?.kind ?? null
  }
  get actor(): Actor {
    const { person, organisation, role } = this.view ?? { person: null, organisation: null, role: null }
    if (person === null) return anonymous
    if (organisation === null || role === null) return { kind: 'person', userId: person.id }
    return {
      kind: 'member',
      userId: person.id,
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      role,
    }
  }

  /** Whether to offer an act at all; `subject` defaults to the organisation's own things, null means no thing in particular. */
  may(action: Action, subject?: Subject | null): boolean {
    const own = this.organisation
    return can(this.actor, action, subject === undefined ? (own === null ? null : { organisationId: own.id }) : subject)
  }
}

export const session = new Session()
whenSessionIsLost(() => {
  session.lost = session.view !== null && session.view.person !== null
  // What the door keeps for when there is no network; its own module would come with every first view.
  if ('caches' in globalThis) void caches.delete('door-readings')
})
