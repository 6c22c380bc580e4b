import type { PassportContent, PassportField } from './passport.ts'

/**
 * The passport as the buyer of a matched need may see it: what its owner shows to nobody is blank,
 * so no score, quote or gap can give it away.
 */
export function disclosedToMatched<Content extends PassportContent>(passport: Content): Content {
  const hidden = (field: PassportField): boolean => passport.visibility[field] === 'nobody'
  if (!Object.values(passport.visibility).includes('nobody')) return passport
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
