import { type LinkageStage, stageRank } from './stage.ts'

export const decisionRoles = ['needs', 'decides', 'tests', 'buys', 'signs'] as const
/** What somebody has to do with a buyer's decision. */
export type DecisionRole = (typeof decisionRoles)[number]

/** From which stage on linked suppliers see a line. */
export const decisionAudiences = ['match', 'conversation', 'offer', 'contract'] as const
export type DecisionAudience = (typeof decisionAudiences)[number]

/** Somebody who has a part in the buyer's decisions. */
export type DecisionPerson = {
  readonly role: DecisionRole
  /** The work, such as "Head of maintenance"; the name may be left out. */
  readonly title: string
  readonly name: string | null
  /** The house outside that does this for the buyer, such as a research institute. */
  readonly outsourcedTo: string | null
  /** Null where only the buyer sees it. */
  readonly shownFrom: DecisionAudience | null
}

export const decisionMapLimit = 30

/** What of the map a linked supplier sees at a stage. */
export const shownAt = <Person extends Pick<DecisionPerson, 'shownFrom'>>(
  people: readonly Person[],
  stage: LinkageStage,
): readonly Person[] => people.filter(({ shownFrom }) => shownFrom !== null && stageRank(stage) >= stageRank(shownFrom))
