import { readSupplier, type SupplierRecord } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'
import { call } from '$lib/api/call.ts'

/** A supplier's passport as far as the reader may see it; null where there is none for it. */
export const readBriefing = (organisationId: OrganisationId): Promise<SupplierRecord | null> =>
  call(readSupplier, { params: { organisationId } }).catch(() => null)
