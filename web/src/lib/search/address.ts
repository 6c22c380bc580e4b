/** What is asked, by the names of the address's query; a name may have several values. */
export type Asked = Readonly<Record<string, readonly string[]>>

/** The values of these names in an address. */
export const askedOf = (query: URLSearchParams, names: readonly string[]): Asked =>
  Object.fromEntries(names.map((name) => [name, query.getAll(name)]))

/** The address's query with a value put in or taken out; the rest stays. */
export function toggled(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(query)
  const values = query.getAll(name)
  next.delete(name)
  for (const one of values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
    next.append(name, one)
  return next
}

/** The address's query with one value of a name, or none where the value is empty. */
export function replaced(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(query)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}
