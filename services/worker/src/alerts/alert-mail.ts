/** What a mail of a saved search says. */
export type AlertWords = {
  readonly name: string
  /** How many were found; `things` may be fewer. */
  readonly count: number
  readonly things: readonly { readonly title: string; readonly note: string; readonly href: string }[]
  readonly search: string
  readonly stop: string
}
type Words = {
  readonly subject: (name: string, count: number) => string
  readonly opening: (name: string, count: number) => string
  readonly more: (count: number) => string
  readonly all: string
  readonly stop: string
}

const english: Words = {
  subject: (name, count) => `${count === 1 ? 'One new result' : `${count} new results`}: ${name}`,
  opening: (name, count) =>
    `Your saved search “${name}” found ${count === 1 ? 'something new' : `${count} new things`}:`,
  more: (count) => `… and ${count} more.`,
  all: 'The whole search, newest first:',
  stop: 'To get no more mail about this search:',
}
const spanish: Words = {
  subject: (name, count) => `${count === 1 ? 'Un resultado nuevo' : `${count} resultados nuevos`}: ${name}`,
  opening: (name, count) =>
    `Tu búsqueda guardada «${name}» encontró ${count === 1 ? 'algo nuevo' : `${count} resultados nuevos`}:`,
  more: (count) => `… y ${count} más.`,
  all: 'La búsqueda completa, lo más nuevo primero:',
  stop: 'Para no recibir más correos sobre esta búsqueda:',
}

// A line break in a subject would begin another header, and a title must not be able to open a link of its own.
const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/https?:\/\/|www\./gi, '')
    .slice(0, 180)

/** The mail of a saved search in its reader's language: plain text, each link alone on its line. */
export function alertMail(locale: 'en' | 'es', given: AlertWords): { readonly subject: string; readonly body: string } {
  const words = locale === 'es' ? spanish : english
  const name = oneLine(given.name)
  const left = given.count - given.things.length
  const parts = [
    words.opening(name, given.count),
    ...given.things.map(({ title, note, href }) => `${oneLine([title, note].filter(Boolean).join(' · '))}\n${href}`),
    ...(left > 0 ? [words.more(left)] : []),
    `${words.all}\n${given.search}`,
    `${words.stop}\n${given.stop}`,
  ]
  return { subject: oneLine(words.subject(name, given.count)), body: `${parts.join('\n\n')}\n\nEnlace\n` }
}
