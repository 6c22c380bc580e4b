import * as contract from '@enlace/contracts'
import * as identityOf from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { personOf, signedIn } from './signed-in.ts'
import { setCookies, visitorOf } from './visitor.ts'

/** The ways in: password, link, confirmation, second factor, and the demo's one click. */
export function mountSignIn(mount: Mount, identity: identityOf.Identity, demo: boolean): void {
  mount.open(contract.signUp, async ({ request, reply, body }) =>
    setCookies(reply, await identityOf.signUp(identity, visitorOf(request), body)),
  )
  mount.open(contract.confirmEmail, async ({ request, reply, body }) =>
    setCookies(reply, await identityOf.confirmEmail(identity, visitorOf(request), body.token)),
  )
  mount.open(contract.signIn, async ({ request, reply, body }) =>
    setCookies(reply, await identityOf.signIn(identity, visitorOf(request), body)),
  )
  mount.open(contract.requestSignInLink, async ({ request, body }) => {
    await identityOf.requestSignInLink(identity, visitorOf(request), body)
    return { sentTo: body.email }
  })
  mount.open(contract.redeemSignInLink, async ({ request, reply, body }) =>
    setCookies(reply, await identityOf.redeemSignInLink(identity, visitorOf(request), body.token)),
  )
  mount.open(contract.giveSecondFactor, async ({ request, reply, body }) =>
    setCookies(reply, await identityOf.giveSecondFactor(identity, visitorOf(request), body.code)),
  )
  mount.open(contract.requestPasswordReset, async ({ request, body }) => {
    await identityOf.requestPasswordReset(identity, visitorOf(request), body)
    return { sentTo: body.email }
  })
  mount.open(contract.resetPassword, async ({ request, body }) => {
    await identityOf.resetPassword(identity, visitorOf(request), body)
    return undefined
  })
  mount.open(contract.changePassword, async ({ request, body }) => {
    const { userId, sessionId } = await signedIn(identity, request)
    const { name, email, hasPassword } = await personOf(identity, userId)
    await identityOf.changePassword(
      identity,
      visitorOf(request),
      { userId, sessionId, hasPassword, personal: [name, email] },
      body,
    )
    return undefined
  })
  if (demo)
    mount.open(contract.demoSignIn, async ({ request, reply, body }) => {
      await identityOf.signOut(identity, visitorOf(request))
      return setCookies(reply, await identityOf.signInToDemo(identity.settings, visitorOf(request), body.as))
    })
}
