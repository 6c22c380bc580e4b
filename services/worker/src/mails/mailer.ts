import nodemailer from 'nodemailer'

import type { Mail } from '@enlace/database'

export type Mailer = {
  /** Hands a mail to the mail server; `id` names it, so that a repeat can be told from a second mail. @throws MailRefused */
  readonly send: (id: string, mail: Mail) => Promise<void>
  readonly close: () => void
}

/** Speaks SMTP to the server of an smtp:// or smtps:// URL, as this sender. */
export function openMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async (id, mail) => {
      const message = {
        messageId: `<${id}@enlace>`,
        to: { name: '', address: mail.recipient },
        subject: mail.subject,
        text: mail.body,
        ...(typeof mail.calendar === 'string' ? { icalEvent: invitation(mail.calendar) } : {}),
        ...(typeof mail.unsubscribe === 'string' ? { headers: unsubscribeHeaders(mail.unsubscribe) } : {}),
      }
      const refusal = await transport.sendMail(message).then(() => null, refusalOf)
      // The server's own words name the recipient, who is nobody's business in a log.
      if (refusal !== null) throw new MailRefused(refusal)
    },
    close: () => transport.close(),
  }
}

/** By these a mail program shows a button that ends such mails (RFC 8058). */
const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/** A mail program offers an invitation by its METHOD, which must be said beside the text too (RFC 6047). */
const invitation = (content: string) => ({ method: /^METHOD:(\w+)/m.exec(content)?.[1] ?? 'PUBLISH', content })

type Refusal = { readonly codes: string; readonly address: boolean }
/** A mail that did not go out. */
export class MailRefused extends Error {
  /** The server will not take mail for this address, now or later (5yz of RFC 5321, 4.2.1). */
  readonly address: boolean
  constructor({ codes, address }: Refusal) {
    super(`the mail server did not take a mail: ${codes}`)
    this.address = address
  }
}

/** The codes of a failed sending, such as "EENVELOPE 550", without its words. */
function refusalOf(error: unknown): Refusal {
  const { code, responseCode, command } = error as Readonly<Record<'code' | 'responseCode' | 'command', unknown>>
  const known = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number')
  const address = command === 'RCPT TO' && typeof responseCode === 'number' && responseCode >= 500
  return { codes: known.length === 0 ? 'unknown' : known.join(' '), address }
}
