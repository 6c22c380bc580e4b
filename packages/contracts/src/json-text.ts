/** An object that has fields, as the text of JSON, with one more whose value is such a text already. */
export const withField = (object: object, name: string, value: string): string =>
  `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(name)}:${value}}`
