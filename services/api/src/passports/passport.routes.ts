import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { publishPassport } from './publish-passport.ts'
import { listPassportVersions, readPassport, readPassportVersion } from './read-passport.ts'
import { readSupplier } from './read-supplier.ts'
import { savePassport } from './save-passport.ts'
import { verifyCertificate } from './verify-certificate.ts'
import { withdrawPassport } from './withdraw-passport.ts'

export function mountPassports(mount: Mount): void {
  mount.inTransaction(contract.readPassport, readPassport)
  mount.inTransaction(contract.savePassport, savePassport)
  mount.inTransaction(contract.publishPassport, publishPassport)
  mount.inTransaction(contract.withdrawPassport, withdrawPassport)
  mount.inTransaction(contract.listPassportVersions, listPassportVersions)
  mount.inTransaction(contract.readPassportVersion, readPassportVersion)
  mount.inTransaction(contract.verifyCertificate, verifyCertificate)
  mount.inTransaction(contract.readSupplier, readSupplier)
}
