/** The places of a list that everybody reads; being in one of them is a showing. */
export const shownPlaces = 10

/** Of these, the ones that the floor may hold; those for new suppliers come on top. */
export const floorPlaces = 3

/** A supplier is owed one showing in so many lists that it was eligible for. */
export const owedOneIn = 10

/** Once it waited for so much of a showing, a supplier comes before those that would fit better, and before those that are owed less. */
export const overdueFrom = 0.7

/** With so many references at most a supplier has little work to show for itself: of those who are owed a showing it comes first. */
export const littleWork = 1

/** Whether a supplier with so many references has little work to show for itself. */
export const isUntried = (references: number): boolean => references <= littleWork

/** So many of those with little work to show a list holds where places are shared out, also where as many are better as it has room for. */
export const untriedKept = 10

/** A new supplier with as many showings is no longer given a place for being new. */
export const newShowings = 3

/** The bounds within which a policy is set; shares are 0..1. */
export const policyBounds = {
  periodDays: { from: 7, to: 365 },
  tolerance: { from: 0, to: 0.02 },
  newShare: { from: 0, to: 0.2 },
} as const

/** From here on the share of the most shown is out of proportion with what they merit; see `fairness-report.ts`. */
export const alarmBound = 1.5

/** How the places of lists are shared out. */
export type FairnessPolicy = {
  /** Whether every eligible supplier is owed showings. */
  readonly floor: boolean
  /** How far back showings count, and how long a supplier is new. */
  readonly periodDays: number
  /** The most of a list's worth that may be given up, as a share: the discounted sum of the scores in its shown places. */
  readonly tolerance: number
  /** Share of the shown places held for new suppliers. */
  readonly newShare: number
}

/** Nothing but merit decides until somebody says otherwise. */
export const merit: FairnessPolicy = { floor: false, periodDays: 90, tolerance: 0.02, newShare: 0 }

/** How many of the shown places a policy holds for new suppliers. */
export const newPlaces = ({ newShare }: Pick<FairnessPolicy, 'newShare'>): number => Math.round(newShare * shownPlaces)

/** How many of the shown places a policy holds in all: the last ones. */
export const heldPlaces = (policy: Pick<FairnessPolicy, 'floor' | 'newShare'>): number =>
  newPlaces(policy) + (policy.floor ? floorPlaces : 0)
