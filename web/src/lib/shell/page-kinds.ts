import type { OrganisationKind } from '@enlace/domain'

const market: readonly OrganisationKind[] = ['buyer', 'supplier', 'agency']
const organiser = '/matchdays/[id]'
/** For whom a page and those below it are; a longer line wins, and what no line names is for all. */
export const pagesOfKinds: Readonly<Record<string, readonly OrganisationKind[] | 'all'>> = {
  '/alerts': market,
  '/calls/new': ['buyer'],
  '/challenges/portfolio': ['buyer'],
  '/demand': ['agency'],
  '/fairness': ['agency', 'platform'],
  '/firms': ['agency'],
  '/for-you': ['supplier'],
  '/gaps': ['supplier'],
  '/imports': ['agency'],
  '/innovations': market,
  '/innovations/new': ['supplier'],
  '/linkages': market,
  '/matchdays': market,
  '/matchdays/new': ['agency'],
  '/matchdays/rotation': ['agency'],
  [`${organiser}/board`]: ['agency'],
  [`${organiser}/door`]: ['agency'],
  [`${organiser}/guests`]: ['agency'],
  [`${organiser}/import`]: ['agency'],
  [`${organiser}/interpreters`]: ['agency'],
  [`${organiser}/results`]: ['agency'],
  [`${organiser}/rooms`]: ['agency'],
  [`${organiser}/rooms/[meetingId]`]: ['buyer', 'supplier'],
  '/models': ['platform'],
  '/needs': ['buyer'],
  // An agency opens challenges for several buyers.
  '/needs/[id]': ['buyer', 'agency'],
  '/needs/new': ['buyer', 'agency'],
  '/organisation/decisions': ['buyer'],
  '/organisation/exclusions': ['buyer'],
  '/organisation/glossary': ['buyer', 'supplier'],
  '/organisation/rivals': ['supplier'],
  // An agency writes those of the firms in its care.
  '/passport': ['supplier', 'agency'],
  '/proposals': ['supplier', 'expert'],
  '/proposals/[id]': 'all',
  '/queues': ['platform'],
}

/** The kinds of organisations that a route of the app is for, where it is not for this one; null where it is. */
export function forOthers(routeId: string | null, kind: OrganisationKind | null): readonly OrganisationKind[] | null {
  const path = (routeId ?? '').replace('/(app)', '')
  const [line] = Object.keys(pagesOfKinds)
    .filter((page) => path === page || path.startsWith(`${page}/`))
    .toSorted((a, b) => b.length - a.length)
  const kinds = line === undefined ? 'all' : (pagesOfKinds[line] ?? 'all')
  return kinds === 'all' || kind === null || kinds.includes(kind) ? null : kinds
}
