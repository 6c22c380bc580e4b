import { asActor, keepMissedSearches, type Database } from '@enlace/database'
import { isMissed, isSameTyping, type MemberActor, type OrganisationId, type SearchedThings } from '@enlace/domain'
import type { Logger } from '@enlace/runtime'
import { missedSearch, type AskedOf } from '@enlace/taxonomy'

export type MissedSearches = {
  /** Says what somebody searched; `missed` whether it found next to nothing. Costs the answer nothing. */
  readonly note: (actor: MemberActor, searched: SearchedThings, asked: AskedOf, missed: boolean) => void
  /** Keeps all that waits. */
  readonly close: () => Promise<void>
}
type Waiting = {
  readonly actor: MemberActor
  readonly searched: SearchedThings
  readonly asked: AskedOf
  readonly until: number
}

/** Somebody who types on within this time has not asked yet. */
const quietMs = 3000
/** People whose searches wait at the same time; what comes beyond is a loss that no statistic notices. */
const mostWaiting = 2000

/** Notes the first page of a search; an answer without the index forgives no spelling, so it proves nothing. */
export function noteIfMissed(
  misses: MissedSearches,
  actor: MemberActor,
  searched: SearchedThings,
  asked: AskedOf & { readonly cursor?: string | undefined },
  { total, degraded }: { readonly total: number; readonly degraded: boolean },
): void {
  if (asked.cursor !== undefined || degraded) return
  const isNarrowed = [asked.country, asked.region, asked.category, asked.query.trim()].some(({ length }) => length > 0)
  misses.note(actor, searched, asked, isMissed({ isNarrowed, total }))
}

/** Collects searches that found next to nothing and keeps them in batches, once whoever asks has stopped typing. */
export function collectMissedSearches(database: Database, log: Logger): MissedSearches {
  const waiting = new Map<string, Waiting>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let keeping: Promise<void> = Promise.resolve()

  const keep = async (due: readonly Waiting[]): Promise<void> => {
    const byOrganisation = new Map<OrganisationId, Waiting[]>()
    for (const one of due) {
      const { organisationId } = one.actor
      byOrganisation.set(organisationId, [...(byOrganisation.get(organisationId) ?? []), one])
    }
    for (const [organisationId, all] of byOrganisation) await keepOf(organisationId, all)
  }
  const keepOf = async (organisationId: OrganisationId, all: readonly Waiting[]): Promise<void> => {
    const [first] = all
    const missed = all
      .map(({ searched, asked }) => missedSearch(searched, asked))
      .filter(({ words, category, country }) => words !== '' || category !== '' || country !== '')
    if (first === undefined || missed.length === 0) return
    try {
      await asActor(database, first.actor, (tx) => keepMissedSearches(tx, organisationId, missed))
    } catch (error) {
      log.warn({ err: error as Error }, 'missed searches not kept')
    }
  }
  const keepDue = (now: number): void => {
    const due = [...waiting].filter(([, { until }]) => until <= now)
    for (const [key] of due) waiting.delete(key)
    keeping = keeping.then(() => keep(due.map(([, one]) => one)))
    timer = waiting.size === 0 ? undefined : later()
  }
  const later = (): ReturnType<typeof setTimeout> => {
    const turn = setTimeout(() => keepDue(performance.now()), quietMs)
    turn.unref()
    return turn
  }

  return {
    note: (actor, searched, asked, missed) => {
      const key = `${actor.userId} ${actor.organisationId} ${searched}`
      const before = waiting.get(key)
      if (before !== undefined && !isSameTyping(before.asked.query, asked.query)) {
        waiting.delete(key)
        // Apart from what its asker types next, under a name of its own.
        waiting.set(`${key} ${before.asked.query}`, before)
      }
      if (!missed) return void waiting.delete(key)
      if (waiting.size >= mostWaiting) return
      waiting.set(key, { actor, searched, asked, until: performance.now() + quietMs })
      timer ??= later()
    },
    close: async () => {
      clearTimeout(timer)
      keepDue(Number.POSITIVE_INFINITY)
      clearTimeout(timer)
      await keeping
    },
  }
}
