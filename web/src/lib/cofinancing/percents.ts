/** Whole percents from a text such as "70, 60, 50"; what is no number stays in as NaN, so that it is refused by name. */
export const readPercents = (text: string): number[] =>
  text
    .split(/[\s,;/%]+/)
    .filter((part) => part !== '')
    .map(Number)

export const writePercents = (percents: readonly number[]): string => percents.join(', ')
