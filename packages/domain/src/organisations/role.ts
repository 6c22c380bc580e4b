import type { MemberRole, OrganisationKind } from './organisation.ts'

/** The roles that make sense in an organisation of each kind; a member never holds another one. */
export const rolesOfKind: Readonly<Record<OrganisationKind, readonly MemberRole[]>> = {
  buyer: ['owner', 'buyer', 'assessor', 'auditor'],
  supplier: ['owner', 'bidder', 'auditor'],
  agency: ['owner', 'facilitator', 'assessor', 'auditor'],
  expert: ['owner', 'expert'],
  funder: ['owner', 'funder', 'auditor'],
  platform: ['owner', 'auditor'],
}

/** Whether a member of an organisation of this kind may hold this role. */
export const isRoleOfKind = (kind: OrganisationKind, role: MemberRole): boolean => rolesOfKind[kind].includes(role)
