import { v5 as uuidv5 } from 'uuid'

import { asId, type Capability, type EntryId, type Need, type Passport } from '@enlace/domain'

/** What somebody writes into a passport to stand higher than its work deserves. */
export type Attack = (own: Passport, against: { readonly need: Need; readonly others: readonly Passport[] }) => Passport

const aboutLimit = 5000
const entryLimit = 2000
const space = '2b0f4a52-64ae-4b6f-8a10-5b7f6a1d0f01'

const cut = (text: string, limit: number): string => text.slice(0, limit)
const entry = (own: Passport, place: string, text: string, like?: Capability): Capability => ({
  categories: [],
  capacity: null,
  leadTimeDays: null,
  minimumOrder: null,
  ...like,
  id: asId<EntryId>(uuidv5(`${place} ${own.organisationId}`, space)),
  text: cut(text, entryLimit),
})
const alsoDoes = (own: Passport, added: readonly Capability[]): Passport => ({
  ...own,
  capabilities: [...own.capabilities, ...added],
})
const alsoSays = (own: Passport, text: string): Passport => ({ ...own, about: cut(`${own.about} ${text}`, aboutLimit) })

const wordsOf = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])]
/** The trade words that passports use, those of most passports first. */
function tradeWords(others: readonly Passport[], count: number): readonly string[] {
  const times = new Map<string, number>()
  for (const { capabilities } of others)
    for (const word of wordsOf(capabilities.map(({ text }) => text).join(' ')))
      times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([word]) => word)
}

const repeated = ({ title, text }: Need): string => `${title} ${text} `.repeat(50)
const saidBy = (others: readonly Passport[]): string =>
  others.flatMap(({ capabilities }) => capabilities.map(({ text }) => text)).join(' ')

/** Every attack by the name under which the report tells what it gains. */
export const attacks: Readonly<Record<string, Attack>> = {
  'the need’s words fifty times, in one text': (own, { need }) => alsoSays(own, repeated(need)),
  'the need’s words fifty times, as entries': (own, { need }) => {
    const text = repeated(need)
    return alsoDoes(
      own,
      Array.from({ length: Math.ceil(text.length / entryLimit) }, (_, at) =>
        entry(own, `again ${at}`, text.slice(at * entryLimit)),
      ),
    )
  },
  'a list of 300 trade words': (own, { others }) => alsoSays(own, tradeWords(others, 300).join(', ')),
  'a list of 300 trade words as an entry': (own, { others }) =>
    alsoDoes(own, [entry(own, 'list', tradeWords(others, 300).join(', '))]),
  'the words of twenty other passports': (own, { others }) =>
    alsoSays(own, saidBy(others.filter((_, at) => at % 31 === 0).slice(0, 20))),
  'the entries of twenty other passports': (own, { others }) =>
    alsoDoes(
      own,
      others
        .slice(0, 20)
        .flatMap((other, at) =>
          other.capabilities.map((row, place) => entry(own, `from ${at} ${place}`, row.text, row)),
        ),
    ),
  'another firm’s passport, whole': (own, { others }) => {
    const [victim] = others
    return victim === undefined
      ? own
      : { ...victim, id: own.id, organisationId: own.organisationId, name: own.name, publishedAt: own.publishedAt }
  },
  'a text of 10,000 words': (own, { others }) => ({
    ...own,
    about: `${own.about} ${saidBy(others)}`.split(' ').slice(0, 10_000).join(' '),
  }),
}
