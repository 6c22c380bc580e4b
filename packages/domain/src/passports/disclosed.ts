import type { PassportContent, PassportField, Visibility } from './passport.ts'

/** The passport with what its owner keeps from these readers blank, so that no score, quote, hit or count can give it away. */
function without<Content extends PassportContent>(passport: Content, kept: ReadonlySet<Visibility>): Content {
  const hidden = (field: PassportField): boolean => kept.has(passport.visibility[field] ?? 'everyone')
  if (!Object.values(passport.visibility).some((visibility) => kept.has(visibility))) return passport
  const { facts } = passport
  return {
    ...passport,
    contactEmail: hidden('contact') ? null : passport.contactEmail,
    references: hidden('references') ? [] : passport.references,
    certificates: hidden('certificates') ? [] : passport.certificates,
    capabilities: hidden('minimumOrder') ? passport.capabilities.map((row) => ({ ...row, minimumOrder: null })) : passport.capabilities,
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
export const disclosedToMatched = <Content extends PassportContent>(passport: Content): Content => without(passport, new Set<Visibility>(['nobody']))

/** The passport as any signed-in organisation may see it. */
export const disclosedToEveryone = <Content extends PassportContent>(passport: Content): Content =>
  without(passport, new Set<Visibility>(['nobody', 'matched']))
