/** How fast a repeated word stops adding (Robertson and Zaragoza 2009 give 1.2 to 2). */
const saturation = 1.2
/** How much a long text is held against its matches, 0..1. */
const lengthShare = 0.75

/** How rare a term is: `holders` of `total` entries carry it; never below zero. */
export const rarity = (total: number, holders: number): number =>
  Math.log(1 + (total - holders + 0.5) / (holders + 0.5))

/** What each word of a text is held against its matches, where texts have `averageLength` words. */
export const damping = (averageLength: number): number => (saturation * lengthShare) / Math.max(1, averageLength)

/** What each word of an entry, and of a whole passport, is held against its matches. */
export type Dampings = { readonly entry: number; readonly passport: number }

/** What a term found `times` in an entry of `length` words counts, 0..`ceiling`. */
export const frequency = (times: number, length: number, dampingPerWord: number): number =>
  (times * (saturation + 1)) / (times + saturation * (1 - lengthShare) + dampingPerWord * length)

/** The most a term can count however often it stands in an entry. */
export const ceiling = saturation + 1
