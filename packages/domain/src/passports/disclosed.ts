import { type PassportContent, type PassportField, passportFields, type Visibility } from './passport.ts'

/** How a reader stands to a passport: its own people, a buyer it is matched with or its agency, any signed-in organisation. */
export const audiences = ['own', 'matched', 'everyone'] as const
export type Audience = (typeof audiences)[number]

/** Who sees a field about which its owner has said nothing. */
export const defaultVisibility: Readonly<Record<PassportField, Visibility>> = {
  turnover: 'matched',
  balance: 'matched',
  localOwnershipPercent: 'everyone',
  womenOwnershipPercent: 'everyone',
  staff: 'everyone',
  references: 'everyone',
  certificates: 'everyone',
  minimumOrder: 'matched',
  contact: 'matched',
}

type Shown = Pick<PassportContent, 'visibility'>
export const visibilityOf = (passport: Shown, field: PassportField): Visibility =>
  passport.visibility[field] ?? defaultVisibility[field]

const withheldWith = (passport: Shown, audience: Audience): readonly PassportField[] =>
  audience === 'own'
    ? []
    : passportFields.filter((field) => {
        const visibility = visibilityOf(passport, field)
        return visibility === 'nobody' || (visibility === 'matched' && audience === 'everyone')
      })

/** Most owners say nothing about visibility, and every score asks. */
const withheldByDefault: Readonly<Record<Audience, readonly PassportField[]>> = {
  own: [],
  matched: withheldWith({ visibility: {} }, 'matched'),
  everyone: withheldWith({ visibility: {} }, 'everyone'),
}

/** The fields that a passport keeps from an audience. */
export function withheldFrom(passport: Shown, audience: Audience): readonly PassportField[] {
  for (const _ in passport.visibility) return withheldWith(passport, audience)
  return withheldByDefault[audience]
}

/**
 * The passport as an audience may see it: what its owner keeps from them is blank, so that no page, score, quote, hit or
 * count can give it away. Every view of a passport goes through here.
 */
export function disclosedTo<Content extends PassportContent>(passport: Content, audience: Audience): Content {
  const withheld = withheldFrom(passport, audience)
  if (withheld.length === 0) return passport
  const hidden = (field: PassportField): boolean => withheld.includes(field)
  const { facts } = passport
  return {
    ...passport,
    contactEmail: hidden('contact') ? null : passport.contactEmail,
    references: hidden('references') ? [] : passport.references,
    certificates: hidden('certificates') ? [] : passport.certificates,
    capabilities: hidden('minimumOrder')
      ? passport.capabilities.map((row) => ({ ...row, minimumOrder: null }))
      : passport.capabilities,
    facts: {
      ...facts,
      turnover: hidden('turnover') ? null : facts.turnover,
      balance: hidden('balance') ? null : facts.balance,
      localOwnershipPercent: hidden('localOwnershipPercent') ? null : facts.localOwnershipPercent,
      womenOwnershipPercent: hidden('womenOwnershipPercent') ? null : facts.womenOwnershipPercent,
      staff: hidden('staff') ? null : facts.staff,
    },
  }
}

/** The passport as the buyer of a matched need may see it. */
export const disclosedToMatched = <Content extends PassportContent>(passport: Content): Content =>
  disclosedTo(passport, 'matched')

/** The passport as any signed-in organisation may see it. */
export const disclosedToEveryone = <Content extends PassportContent>(passport: Content): Content =>
  disclosedTo(passport, 'everyone')
