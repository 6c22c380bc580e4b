import type { PassportContent } from '../passports/passport.ts'
import { fold } from '../text.ts'

/** The parts of a passport that the one that stays can take over from the other. */
export const mergeSections = ['capabilities', 'references', 'certificates'] as const
export type MergeSection = (typeof mergeSections)[number]

const most = 500
const words = (parts: readonly (string | number | null)[]): string =>
  parts.map((part) => fold(String(part ?? ''))).join('|')

/** What the firm that stays says once it has taken over these sections; what both say is said once. */
export function mergedContent(
  survivor: PassportContent,
  absorbed: PassportContent,
  take: readonly MergeSection[],
): PassportContent {
  const joined = <Entry>(
    section: MergeSection,
    own: readonly Entry[],
    other: readonly Entry[],
    said: (entry: Entry) => string,
  ) => {
    if (!take.includes(section)) return own
    const known = new Set(own.map(said))
    return [...own, ...other.filter((entry) => !known.has(said(entry)))].slice(0, most)
  }
  return {
    ...survivor,
    capabilities: joined('capabilities', survivor.capabilities, absorbed.capabilities, ({ text }) => words([text])),
    references: joined('references', survivor.references, absorbed.references, ({ text, customer, year }) =>
      words([text, customer, year]),
    ),
    certificates: joined('certificates', survivor.certificates, absorbed.certificates, ({ scheme, number, issuer }) =>
      words([scheme, number, issuer]),
    ),
  }
}

/** So many days a merge can be undone. */
export const undoMergeDays = 30
