import { setTimeout as sleep } from 'node:timers/promises'

import type { Follower } from './follower.ts'
import type { PreparedDay } from './prepare-day.ts'
import { lineOf, type KeptMeeting } from './verdict.ts'

export type JudgedPages = { readonly silentGaps: readonly string[]; readonly notBack: readonly string[] }

/** How long a page may take to come back after the last kill. */
const backMs = 60_000

async function until(isSo: () => boolean, patienceMs: number): Promise<void> {
  for (const end = Date.now() + patienceMs; !isSo() && Date.now() < end;) await sleep(100)
}

/** Waits until every page shows what the database has, for so long at most; whose page does not, and does not know it. */
export async function judgePages(
  followers: readonly Follower[],
  day: PreparedDay,
  meetings: readonly KeptMeeting[],
  patienceMs: number,
): Promise<JudgedPages> {
  const organisationOf = new Map([...day.hosts, ...day.visitors].map(({ id, firm }) => [id, firm.organisationId]))
  /** The organiser's page shows all meetings, a firm's its own. */
  const wanted = ({ firm: { organisationId } }: Follower): string =>
    lineOf(
      meetings.filter(
        ({ host, visitor }) =>
          organisationId === day.agency.organisationId ||
          [host, visitor].some((id) => organisationOf.get(id) === organisationId),
      ),
    )
  const shown = ({ meetings: own }: Follower): string => lineOf(own.map((one) => ({ ...one, place: one.place.key })))
  const behind = (): Follower[] => followers.filter((follower) => shown(follower) !== wanted(follower))
  const away = (): Follower[] => followers.filter(({ isConnected }) => !isConnected)
  await until(() => away().length === 0, backMs)
  await until(() => behind().length === 0, patienceMs)
  const namesOf = (pages: readonly Follower[]): string[] => pages.map(({ firm }) => firm.organisationId)
  return { silentGaps: namesOf(behind().filter(({ isConnected }) => isConnected)), notBack: namesOf(away()) }
}
