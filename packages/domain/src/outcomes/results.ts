/** Below so many cases a figure would tell what single firms did or said. */
export const smallestCell = 3

/** A figure that says nothing of single firms; null where it would. */
export const safeFigure = <Figure>(n: number, figure: Figure): Figure | null => (n < smallestCell ? null : figure)

/** A part of a whole; null, not zero, where there is no whole. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
