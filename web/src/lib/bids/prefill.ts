import type { PassportView } from '@enlace/contracts'
import { wordsIn, type Prefill } from '@enlace/domain'
import { day, money } from '../locale/format.ts'
import { quantity } from '../locale/quantity.ts'

type Content = PassportView['content']
const joined = (parts: readonly (string | number | null)[], by: string): string =>
  parts.filter((part) => part !== null && part !== '').join(by)

/** What each part of a passport says, one entry a line. */
const lines: Readonly<Record<Prefill, (content: Content) => readonly string[]>> = {
  capabilities: ({ capabilities }) => capabilities.map(({ text }) => text),
  references: ({ references }) =>
    references.map(({ text, customer, year, value }) =>
      joined([text, customer, year, value === null ? null : money(value)], ' · '),
    ),
  certificates: ({ certificates }) =>
    certificates.map(({ scheme, scope, issuer, number, expiresOn }) =>
      joined([scheme, scope, issuer, number, expiresOn === null ? null : `→ ${day(expiresOn)}`], ' · '),
    ),
  capacity: ({ capabilities }) =>
    capabilities.flatMap(({ text, capacity }) => (capacity === null ? [] : [joined([text, quantity(capacity)], ': ')])),
  contact: ({ contactEmail, website }) => [joined([contactEmail, website], ' · ')],
}

/** The answer that a passport gives to a field, as many whole lines as its words allow; empty where it says nothing. */
export function prefillOf(content: Content, prefill: Prefill, maxWords: number): string {
  const kept: string[] = []
  for (const line of lines[prefill](content).map((one) => one.trim())) {
    if (line === '') continue
    if (wordsIn([...kept, line].join('\n')) > maxWords) break
    kept.push(line)
  }
  return kept.join('\n')
}
