import { readOrganisation } from '@enlace/contracts'
import { call } from '$lib/api/call.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ parent }) => {
  const { organisation } = await parent()
  return { details: await call(readOrganisation, { params: { id: organisation.id } }) }
}
