import { asId, type Certificate, type OrganisationId, type EntryId } from '@enlace/domain'
import { dayAfter } from '../day.ts'
import { idAt } from '../id.ts'
import type { Random } from '../random.ts'
import type { Trade } from '../trades/trade.ts'

const issuers = [
  'Certifica Andes',
  'Sello Austral',
  'Norma Tres Mares',
  'Instituto Calibra',
  'Verità Iberia Certificação',
  'Halden Assurance',
  'Straits Quality Mark',
] as const
const validYears = 3
/** Of a hundred papers so many have run out, and so many name no end. */
const lapsedShare = 0.2
const endlessShare = 0.08

/** A paper that ends on a day; some name no number or no issuer, and few were looked at by an agency. */
export function certificateUntil(
  random: Random,
  scheme: string,
  expiresOn: string,
  agencies: readonly OrganisationId[],
): Certificate {
  const issuedOn = dayAfter(expiresOn, -validYears * 365)
  return {
    id: asId<EntryId>(idAt(random, Date.parse(issuedOn))),
    scheme,
    scope: null,
    issuer: random.chance(0.85) ? random.pick(issuers) : null,
    number: random.chance(0.75)
      ? `${scheme
          .replace(/[^A-Z0-9]/gi, '')
          .slice(0, 6)
          .toUpperCase()}-${random.int(10_000, 99_999)}`
      : null,
    issuedOn,
    expiresOn,
    fileId: null,
    verifiedBy: random.chance(0.18) ? random.pick(agencies) : null,
  }
}

/** The papers a firm holds: larger firms hold more, the first of the trade's list most often. */
export function certificatesOf(
  random: Random,
  trade: Trade,
  staff: number,
  today: string,
  agencies: readonly OrganisationId[],
): readonly Certificate[] {
  const base = staff < 10 ? 0.14 : staff < 50 ? 0.38 : 0.62
  const held = trade.certificates.filter((_, order) => random.chance(Math.max(0.05, base - order * 0.06)))
  return held.map((scheme) => {
    const days = random.chance(lapsedShare) ? -random.int(5, 500) : random.int(20, validYears * 365)
    const paper = certificateUntil(random, scheme, dayAfter(today, days), agencies)
    return random.chance(endlessShare) ? { ...paper, expiresOn: null } : paper
  })
}
