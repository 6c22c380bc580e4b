import type { MatchdaySide } from '../matchdays/matchday.ts'
import type { OrganisationKind } from '../organisations/organisation.ts'
import { Problem, type FieldFault, type ProblemCode } from '../problem.ts'

const sides: Partial<Readonly<Record<OrganisationKind, MatchdaySide>>> = { buyer: 'host', supplier: 'visitor' }
/** On which side an organisation comes to matchdays; null where it does not, as agencies, which hold them. */
export const sideOfKind = (kind: OrganisationKind | null): MatchdaySide | null =>
  kind === null ? null : (sides[kind] ?? null)

type Pickable = { readonly name: string; readonly kind: OrganisationKind; readonly registered: boolean }

/** A refusal of some of the firms that were picked; it names them. */
export function refusePicked(
  code: ProblemCode & `guest.${string}`,
  message: string,
  firms: readonly { readonly name: string }[],
): Problem {
  const faults = firms.map(({ name }): FieldFault => ({ path: 'body.firms', code, message: name }))
  return new Problem(code, message, faults)
}

/**
 * Refuses to invite who cannot come, and who has registered.
 * @throws Problem guest.kind, guest.registered
 */
export function checkPicked(firms: readonly Pickable[]): void {
  const unfit = firms.filter(({ kind }) => sideOfKind(kind) === null)
  if (unfit.length > 0) throw refusePicked('guest.kind', 'Only buyers and suppliers are invited to a matchday.', unfit)
  const there = firms.filter(({ registered }) => registered)
  if (there.length > 0) throw refusePicked('guest.registered', 'Some of these firms have registered already.', there)
}
