/** Whether two can talk with each other; who said nothing about languages is taken to get by with everybody. */
export const sharesLanguage = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((language) => other.includes(language))
