/** What can come of a match, each more than the one before. */
export const outcomes = ['view', 'interest', 'invited', 'bid', 'shortlisted', 'awarded'] as const
export type Outcome = (typeof outcomes)[number]

/** How much an outcome is worth when a list is judged; a match of which nothing came is worth 0. */
export const gradeOf = (outcome: Outcome): number => outcomes.indexOf(outcome) + 1

/** What is learned: whether the buyer shortlisted the supplier, or went further with it. */
export const isShortlisted = (grade: number): boolean => grade >= gradeOf('shortlisted')

/** What a buyer can say of a match beside inviting it or setting it aside. */
export const choices = ['shortlisted', 'awarded'] as const satisfies readonly Outcome[]
export type Choice = (typeof choices)[number]
