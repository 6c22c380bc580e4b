/** How a version came about: set by hand, the same weights newly calibrated, or weights learned from outcomes. */
export const modelKinds = ['hand-set', 'calibrated', 'learned'] as const
export type ModelKind = (typeof modelKinds)[number]

/** One version at a time is champion, by which all needs without own weights are ranked. */
export const modelStates = ['candidate', 'champion', 'retired'] as const
export type ModelState = (typeof modelStates)[number]
