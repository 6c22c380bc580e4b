import type { Candidate, Standing, Wish } from './question.ts'

/** What the wish of one side counts. Two who said nothing may still meet, if they match well. */
const wishWorth: Readonly<Record<Exclude<Wish, 'no-thanks'>, number>> = { must: 2, meet: 1, none: 0.25 }

/** The share of a wish that counts whatever the score; a mutual wish outweighs a score of 0. */
const scoreFree = 0.5

/** What is left of a pair that met on an earlier matchday. */
const metBeforeShare = 0.5

/**
 * What the first meetings of a participant are worth beyond the pair: a small firm that came for nothing does not come
 * again. They fall from one to the next, so they are the slopes of a concave function and the program stays linear.
 */
export const firstMeetings: Readonly<Record<Standing, readonly number[]>> = {
  small: [2, 0.5, 0.5],
  buyer: [1, 0.3, 0.3],
  other: [],
}

/** What the meeting of a pair is worth: the wishes of both sides times how well they match; null where one said no. */
export function weightOf({ hostWish, visitorWish, score, metBefore }: Candidate): number | null {
  if (hostWish === 'no-thanks' || visitorWish === 'no-thanks') return null
  const wishes = wishWorth[hostWish] + wishWorth[visitorWish]
  return wishes * (scoreFree + (1 - scoreFree) * score) * (metBefore ? metBeforeShare : 1)
}
