import type { OrganisationId } from '../brand.ts'
import { fold } from '../text.ts'
import { tellingWords } from './firm-name.ts'
import { jaroWinkler } from './jaro-winkler.ts'

/** What tells whether two suppliers are one firm; null where it is not stated. */
export type FirmFacts = {
  readonly id: OrganisationId
  readonly name: string
  readonly country: string | null
  readonly region: string | null
  readonly town: string | null
  readonly taxId: string | null
  readonly website: string | null
  readonly email: string | null
}

export const twinReasons = [
  'same-tax',
  'other-tax',
  'same-name',
  'like-name',
  'same-website',
  'same-mail',
  'same-town',
  'same-region',
  'other-town',
] as const
export type TwinReason = (typeof twinReasons)[number]
/** How sure it is that two suppliers are the same firm, 0..1, and what says so or against it. */
export type TwinLikeness = { readonly score: number; readonly reasons: readonly TwinReason[] }

/** From here on two suppliers are shown as probably the same. */
export const twinThreshold = 0.75

/** Mail houses that say nothing of who writes. */
const commonHouses = new Set(
  'gmail.com hotmail.com outlook.com yahoo.com live.com icloud.com protonmail.com yahoo.es hotmail.es'.split(' '),
)

/** A firm's facts as they are compared. */
export type NormalFirm = {
  readonly facts: FirmFacts
  readonly words: readonly string[]
  readonly tax: string | null
  readonly site: string | null
  readonly house: string | null
  readonly town: string | null
  readonly region: string | null
}

const blank = (text: string | null): string | null => (text === null || text.trim() === '' ? null : fold(text))
const siteOf = (website: string | null): string | null =>
  blank(website)
    ?.replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .split(/[/?#:]/)[0] || null

export function normalFirm(facts: FirmFacts): NormalFirm {
  const house = blank(facts.email)?.split('@')[1] ?? null
  return {
    facts,
    words: tellingWords(facts.name),
    tax: blank(facts.taxId)?.replace(/[^\p{L}\p{N}]/gu, '') || null,
    site: siteOf(facts.website),
    house: house === null || commonHouses.has(house) ? null : house,
    town: blank(facts.town),
    region: blank(facts.region),
  }
}

/** How alike two names are, word by word or, where a blank was lost or won, written as one. */
function nameLikeness(one: NormalFirm, other: NormalFirm): number {
  const [whole, otherWhole] = [one.words.join(''), other.words.join('')]
  const asOne = Math.abs(whole.length - otherWhole.length) <= 1 ? jaroWinkler(whole, otherWhole) : 0
  return Math.max(wordsAlike(one, other), asOne >= 0.97 ? asOne : 0)
}

/** The words of the shorter name each beside the word most like it, less for words that only one of the names has. */
function wordsAlike(one: NormalFirm, other: NormalFirm): number {
  const [few, many] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words]
  const left = [...many]
  let like = 0
  for (const word of few) {
    const likes = left.map((candidate) => jaroWinkler(word, candidate))
    const best = Math.max(0, ...likes)
    // Two words that are only somewhat alike are two words: "Norte" is not a slip of "Oriente".
    if (best < 0.9) continue
    like += best
    left.splice(likes.indexOf(best), 1)
  }
  return like / many.length
}

const both = (one: string | null, other: string | null): 'same' | 'other' | null =>
  one === null || other === null ? null : one === other ? 'same' : 'other'

/**
 * How sure it is that two suppliers are the same firm. A tax number decides where both state one; else the names must
 * be alike, and more must agree: a name alone is shared by strangers, an address of the web by firms of one group.
 */
export function twinLikeness(one: NormalFirm, other: NormalFirm): TwinLikeness {
  const reasons: TwinReason[] = []
  const say = (found: boolean, reason: TwinReason): boolean => {
    if (found) reasons.push(reason)
    return found
  }
  if (both(one.facts.country, other.facts.country) === 'other') return { score: 0, reasons }
  const name = nameLikeness(one, other)
  const same = say(name >= 0.995, 'same-name')
  if (!same) say(name >= 0.9, 'like-name')
  const tax = both(one.tax, other.tax)
  say(tax === 'same', 'same-tax')
  say(tax === 'other', 'other-tax')
  const site = say(both(one.site, other.site) === 'same', 'same-website')
  const mail = say(both(one.house, other.house) === 'same', 'same-mail')
  const town = both(one.town, other.town)
  say(town === 'same', 'same-town')
  say(town === 'other', 'other-town')
  const region = town === null && say(both(one.region, other.region) === 'same', 'same-region')
  if (tax === 'other') return { score: 0, reasons }
  if (tax === 'same') return { score: name >= 0.5 ? 1 : 0.8, reasons }
  const agreed = (site ? 0.2 : 0) + (mail ? 0.15 : 0) + (town === 'same' ? 0.2 : region ? 0.1 : 0)
  const against = town === 'other' ? 0.3 : 0
  // Where the names differ by a word, an address in common speaks of one group rather than of one firm.
  if (name < 0.9) return { score: 0, reasons }
  const telling = Math.min(one.words.length, other.words.length) >= 2
  const base = same && telling ? twinThreshold : 0.57
  return { score: Math.max(0, Math.min(1, base + agreed - against)), reasons }
}
