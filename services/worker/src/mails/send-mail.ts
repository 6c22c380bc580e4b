import { asSystem, markMailRefused, markMailSent, readUnsentMail, type Database } from '@enlace/database'
import { assert } from '@enlace/domain'

import { noEffect, type Reaction } from '../reactions/reaction.ts'
import type { Mailer } from './mailer.ts'
import { tellRefusal } from './tell-refusal.ts'

export type MailPorts = {
  readonly database: Database
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null
  /** In a demo mail stays readable in the product's mailbox, with or without a mail server. */
  readonly demo: boolean
}

/**
 * Sends the mail that an event speaks of, at least once, and forgets its text, which may hold a secret. One that its
 * address refuses for good is tried no more, and its sender is told. Without a
 * mail server a demo keeps it for the mailbox; anywhere else that is a fault for a person to mend.
 */
export const sendMail = ({ database, mailer, demo }: MailPorts): Reaction => ({
  prepare: async (event) => {
    assert(event.name === 'mail.queued', 'this reaction is bound to queued mail')
    const { mailId } = event.payload
    if (mailer === null) {
      if (demo) return noEffect
      throw new Error('SMTP_URL is not set, so no mail leaves')
    }
    const mail = await asSystem(database, (tx) => readUnsentMail(tx, mailId))
    if (mail === null) return noEffect
    const refusal = await mailer.send(mailId, mail)
    return async (tx) => {
      if (refusal === null) return markMailSent(tx, mailId, !demo)
      await markMailRefused(tx, mailId, refusal, !demo)
      await tellRefusal(mailId, refusal)(tx)
    }
  },
})
