import { rolesOfKind, type MemberRole, type OrganisationKind } from '@enlace/domain'
import { m } from '../paraglide/messages.js'

type Words = readonly [name: () => string, help: () => string]
const words: Readonly<Record<MemberRole, Words>> = {
  owner: [m.organisations_role_owner, m.organisations_role_owner_help],
  buyer: [m.organisations_role_buyer, m.organisations_role_buyer_help],
  bidder: [m.organisations_role_bidder, m.organisations_role_bidder_help],
  facilitator: [m.organisations_role_facilitator, m.organisations_role_facilitator_help],
  assessor: [m.organisations_role_assessor, m.organisations_role_assessor_help],
  funder: [m.organisations_role_funder, m.organisations_role_funder_help],
  expert: [m.organisations_role_expert, m.organisations_role_expert_help],
  auditor: [m.organisations_role_auditor, m.organisations_role_auditor_help],
}

export const roleName = (role: MemberRole): string => words[role][0]()
export const roleHelp = (role: MemberRole): string => words[role][1]()

/** The roles of a kind of organisation, to choose from. */
export const roleOptions = (kind: OrganisationKind): { value: MemberRole; label: string }[] =>
  rolesOfKind[kind].map((role) => ({ value: role, label: roleName(role) }))
