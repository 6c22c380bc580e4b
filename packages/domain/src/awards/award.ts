/** What a loser, or the winner, can do next: a gap to close, something to learn, a programme, another call. */
export const improvementKinds = ['gap', 'course', 'programme', 'call', 'other'] as const
export type ImprovementKind = (typeof improvementKinds)[number]

/** The one thing that a bidder is told to better, with where it begins. */
export type Improvement = { readonly kind: ImprovementKind; readonly text: string; readonly link: string | null }

export const complaintStates = ['open', 'upheld', 'dismissed'] as const
/** upheld: the award falls and is chosen anew; dismissed: the standstill goes on. */
export type ComplaintState = (typeof complaintStates)[number]

/** Days in which the buyer answers a complaint. */
export const complaintDays = 10
