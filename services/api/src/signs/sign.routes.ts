import * as contract from '@enlace/contracts'
import { listSigns as signsOf } from '@enlace/database'
import { can, Problem } from '@enlace/domain'

import type { Handler, Mount } from '../http/mount.ts'
import { explainCallSign, listCallSigns } from './call-signs.ts'

const shown = 100

const listSigns: Handler<typeof contract.listSigns> = async ({ tx, actor }) => {
  if (!can(actor, 'sign.read', null))
    throw new Problem('identity.forbidden', "Only the platform's owners look passports over.")
  return { items: await signsOf(tx, shown) }
}

export function mountSigns(mount: Mount): void {
  mount.inTransaction(contract.listSigns, listSigns)
  mount.inTransaction(contract.listCallSigns, listCallSigns)
  mount.inTransaction(contract.explainCallSign, explainCallSign)
}
