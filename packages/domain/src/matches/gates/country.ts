import { factEvidence, type Gate } from '../pair.ts'

/** The supplier is established, or has a site, in a country the need buys from. */
export const countryGate: Gate = ({ need, passport }) => {
  if (need.supplierCountries.length === 0) return null
  const { country, sites } = passport.facts
  const present = [...(country === null ? [] : [country]), ...sites.map((site) => site.country)]
  const wanted = need.supplierCountries.join(', ')
  const here = present.find((code) => need.supplierCountries.includes(code))
  if (here !== undefined) return { verdict: 'pass', detail: { wanted, country: here }, evidence: factEvidence(here) }
  const [first] = present
  return first === undefined
    ? { verdict: 'unstated', detail: { wanted }, evidence: null }
    : { verdict: 'fail', detail: { wanted, country: first }, evidence: factEvidence(first) }
}
