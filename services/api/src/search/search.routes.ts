import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { openFinder, type FinderPorts } from './finder.ts'
import { collectMissedSearches, type MissedSearches } from './missed-searches.ts'
import { searchNeeds } from './search-needs.ts'
import { searchSuppliers } from './search-suppliers.ts'
import { suggestSearch } from './suggest-search.ts'

/** Mounts the search. @returns what it keeps of searches in vain, to be closed before the database is */
export function mountSearch(mount: Mount, ports: FinderPorts): MissedSearches {
  const find = openFinder(ports)
  const misses = collectMissedSearches(ports.database, ports.log)
  mount.open(contract.searchSuppliers, searchSuppliers(ports.database, find, misses))
  mount.open(contract.searchNeeds, searchNeeds(ports.database, find, misses))
  mount.open(contract.suggestSearch, suggestSearch(ports.database, find))
  return misses
}
