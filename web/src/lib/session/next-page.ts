import { startOf } from '../shell/navigation.ts'
import type { OrganisationKind } from '@enlace/domain'

/** Where to go after signing in: the page that was asked for, if it is one of ours, else the first page of this kind. */
export function nextPage(asked: string | null, kind: OrganisationKind | null): string {
  const ours = asked !== null && asked.startsWith('/') && !/^\/[/\\]/.test(asked) && !asked.startsWith('/sign-in')
  return ours ? asked : startOf(kind)
}
