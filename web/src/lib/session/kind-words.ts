import type { OrganisationKind } from '@enlace/domain'
import { m } from '../paraglide/messages.js'

const words: Readonly<Record<OrganisationKind, () => string>> = {
  buyer: m.session_kind_buyer,
  supplier: m.session_kind_supplier,
  agency: m.session_kind_agency,
  expert: m.session_kind_expert,
  funder: m.session_kind_funder,
  platform: m.session_kind_platform,
}
/** What an organisation is, in the reader's language. */
export const kindWords = (kind: OrganisationKind): string => words[kind]()
