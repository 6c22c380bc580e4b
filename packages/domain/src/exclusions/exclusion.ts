import type { OrganisationId } from '../brand.ts'
import { Problem } from '../problem.ts'

/** Why a buyer may refuse to deal with a supplier at all; the last is standing on a list of sanctions. */
export const exclusionGrounds = ['labour', 'weapons', 'radioactive', 'gambling', 'pornography', 'sanctions'] as const
export type ExclusionGround = (typeof exclusionGrounds)[number]

export const statementAnswers = ['none', 'yes'] as const
/** none: it has nothing to do with it; yes: it has. */
export type StatementAnswer = (typeof statementAnswers)[number]

/** What somebody said of a supplier about a ground, and what that rests on. */
export type ExclusionStatement = {
  readonly ground: ExclusionGround
  readonly says: StatementAnswer
  /** ISO date: when the supplier said so, or when another looked. */
  readonly on: string
  /** Who looked; null where the supplier says it of itself. */
  readonly by: string | null
  /** What another's word rests on; of sanctions with the name of the list. */
  readonly source: string
}

/** What is said of a supplier; the revision changes with every statement. */
export type Exclusions = { readonly revision: string; readonly statements: readonly ExclusionStatement[] }

export type ExclusionStanding = {
  readonly verdict: 'pass' | 'fail' | 'unstated'
  /** What decides: the statements that exclude, or where none does those that clear it, the oldest first. */
  readonly statements: readonly ExclusionStatement[]
  /** Grounds about which nobody said anything. */
  readonly open: readonly ExclusionGround[]
}

const oldestFirst = (one: ExclusionStatement, other: ExclusionStatement): number =>
  one.on === other.on ? 0 : one.on < other.on ? -1 : 1

/**
 * How a supplier stands to the grounds for which a buyer excludes. A "yes" of anybody excludes, whoever else says no;
 * where nobody says anything it is asked, never excluded.
 */
export function exclusionStanding(
  grounds: readonly ExclusionGround[],
  statements: readonly ExclusionStatement[],
): ExclusionStanding {
  // Every pair of a ranking asks, and of most suppliers nobody said anything.
  if (statements.length === 0) return { verdict: grounds.length > 0 ? 'unstated' : 'pass', statements, open: grounds }
  const asked = statements.filter(({ ground }) => grounds.includes(ground)).toSorted(oldestFirst)
  const excluding = asked.filter(({ says }) => says === 'yes')
  const open = grounds.filter((ground) => !asked.some((statement) => statement.ground === ground))
  if (excluding.length > 0) return { verdict: 'fail', statements: excluding, open }
  return { verdict: open.length > 0 ? 'unstated' : 'pass', statements: asked, open }
}

/**
 * Refuses what is no dealing of an excluded supplier's; what is open excludes nobody.
 * @param path where in what was sent the supplier stands
 */
export function checkNotExcluded(
  grounds: readonly ExclusionGround[],
  statements: readonly ExclusionStatement[],
  path: string,
): void {
  const standing = exclusionStanding(grounds, statements)
  if (standing.verdict !== 'fail') return
  throw new Problem(
    'exclusion.excluded',
    'This buyer deals with no supplier of which this is known. The supplier can correct what it declared, or answer what another recorded.',
    standing.statements.map(({ ground, by, on, source }) => ({
      path,
      code: `exclusion.${ground}`,
      message: by === null ? `Declared by the supplier on ${on}.` : `Recorded by ${by} on ${on}: ${source}`,
    })),
  )
}

/** Who speaks of whom. */
export type Speaking = { readonly supplierId: OrganisationId; readonly byId: OrganisationId }

/** Refuses another's word that rests on nothing: it needs a source, and about sanctions the list and the day it was looked at. */
export function checkStatement(
  { supplierId, byId }: Speaking,
  ground: ExclusionGround,
  said: {
    readonly says: StatementAnswer | null
    readonly source: string
    readonly list: string
    readonly on: string | null
  },
  today: string,
): void {
  if (said.says === null) return
  const faults = [
    ...(said.on !== null && said.on > today
      ? [{ path: 'body.on', code: 'date_order', message: 'Nobody has looked yet on a day to come.' }]
      : []),
    ...(supplierId === byId || said.source.trim() !== ''
      ? []
      : [
          {
            path: 'body.source',
            code: 'too_small',
            message: 'Say what this rests on; the supplier and buyers read it.',
          },
        ]),
    ...(supplierId === byId || said.on !== null
      ? []
      : [{ path: 'body.on', code: 'too_small', message: 'Say on which day you looked.' }]),
    ...(ground !== 'sanctions' || supplierId === byId || said.list.trim() !== ''
      ? []
      : [{ path: 'body.list', code: 'too_small', message: 'Name the list of sanctions that you looked into.' }]),
  ]
  if (faults.length > 0) throw new Problem('exclusion.unfounded', 'What is said of others needs a source.', faults)
}
