/** A column's letters, as in AB for 28. */
export const columnName = (column: number): string =>
  column === 0 ? '' : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

/** The column of a reference such as AB7; 0 where it is none. */
export const columnOf = (reference: string): number =>
  /^[A-Z]{1,3}/
    .exec(reference)?.[0]
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) ?? 0
