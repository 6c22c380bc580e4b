import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { openFinder, type FinderPorts } from './finder.ts'
import { searchNeeds } from './search-needs.ts'
import { searchSuppliers } from './search-suppliers.ts'
import { suggestSearch } from './suggest-search.ts'

export function mountSearch(mount: Mount, ports: FinderPorts): void {
  const find = openFinder(ports)
  mount.open(contract.searchSuppliers, searchSuppliers(ports.database, find))
  mount.open(contract.searchNeeds, searchNeeds(ports.database, find))
  mount.open(contract.suggestSearch, suggestSearch(ports.database, find))
}
