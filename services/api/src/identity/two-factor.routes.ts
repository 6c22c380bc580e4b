import * as contract from '@enlace/contracts'
import { proveTwoFactor, removeTwoFactor, startTwoFactor, type Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { signedIn } from './signed-in.ts'
import { setCookies, visitorOf } from './visitor.ts'

export function mountTwoFactor(mount: Mount, identity: Identity): void {
  mount.open(contract.startTwoFactor, async ({ request, reply, body }) => {
    const { userId } = await signedIn(identity, request)
    const enrolment = setCookies(reply, await startTwoFactor(identity, visitorOf(request), userId, body.password))
    return { ...enrolment, backupCodes: [...enrolment.backupCodes] }
  })
  mount.open(contract.proveTwoFactor, async ({ request, reply, body }) => {
    const { userId } = await signedIn(identity, request)
    setCookies(reply, { value: null, cookies: await proveTwoFactor(identity, visitorOf(request), userId, body.code) })
    return undefined
  })
  mount.open(contract.removeTwoFactor, async ({ request, reply, body }) => {
    const { userId } = await signedIn(identity, request)
    setCookies(reply, {
      value: null,
      cookies: await removeTwoFactor(identity, visitorOf(request), userId, body.password),
    })
    return undefined
  })
}
