import * as contract from '@enlace/contracts'
import { readNeedSupply } from '@enlace/database'
import { can, divisionOf, groupDemand, Problem, supplyOf, weakBelow, type NeedSupply } from '@enlace/domain'

import type { Handler, Mount } from '../http/mount.ts'

const groupsShown = 40
const regionOf = ({ country, region }: NeedSupply) => ({ country, region })

const readDemand: Handler<typeof contract.readDemand> = async ({ tx, actor }) => {
  if (!can(actor, 'demand.read', null)) throw new Problem('identity.forbidden', 'Only agencies see the whole demand.')
  const needs = await readNeedSupply(tx)
  const supplied = needs.map(supplyOf)
  return {
    open: needs.length,
    none: supplied.filter((supply) => supply === 'none').length,
    weak: supplied.filter((supply) => supply === 'weak').length,
    weakBelow,
    byCategory: groupDemand(needs, divisionOf, groupsShown),
    byRegion: groupDemand(needs, regionOf, groupsShown),
  }
}

export function mountDemand(mount: Mount): void {
  mount.inTransaction(contract.readDemand, readDemand)
}
