import { asSystem, markMailSent, readUnsentMail, type Database } from '@enlace/database'
import { assert } from '@enlace/domain'

import { noEffect, type Reaction } from '../reactions/reaction.ts'
import { MailRefused, type Mailer } from './mailer.ts'
import { tellDelivery } from './tell-delivery.ts'

export type MailPorts = {
  readonly database: Database
  /** Null where no mail server is set. */
  readonly mailer: Mailer | null
  /** In a demo mail stays readable in the product's mailbox, with or without a mail server. */
  readonly demo: boolean
}

/**
 * Sends the mail that an event speaks of, at least once, and forgets its text, which may hold a secret. Without a
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
    try {
      await mailer.send(mailId, mail)
    } catch (error) {
      if (error instanceof MailRefused && error.address) await asSystem(database, tellDelivery(mailId, false))
      throw error
    }
    return async (tx) => {
      await markMailSent(tx, mailId, !demo)
      await tellDelivery(mailId, true)(tx)
    }
  },
})
