import type { SessionView } from '@enlace/contracts'
import { asSystem, readPerson } from '@enlace/database'
import type { Actor } from '@enlace/domain'
import type { Identity } from '@enlace/identity'

const nobody = { person: null, organisation: null, role: null, organisations: [], locale: null }

/** Who an actor is and for whom it could act, as the browser is told. */
export async function viewSession(identity: Identity, actor: Actor, demo: boolean): Promise<SessionView> {
  if (actor.kind !== 'member' && actor.kind !== 'person') return { ...nobody, demo }
  const person = await asSystem(identity.settings.database, (tx) => readPerson(tx, actor.userId))
  if (person === null) return { ...nobody, demo }
  const { id, name, email, hasPassword, twoFactor, memberships, locale } = person
  const acting = actor.kind === 'member' ? (memberships.find((one) => one.id === actor.organisationId) ?? null) : null
  return {
    person: { id, name, email, hasPassword, twoFactor },
    organisation: acting === null ? null : { id: acting.id, name: acting.name, kind: acting.kind },
    role: acting?.role ?? null,
    organisations: [...memberships],
    demo,
    locale,
  }
}
