import nodemailer from 'nodemailer'

import type { Mail } from '@enlace/database'

export type Mailer = {
  /**
   * Hands a mail to the mail server; `id` names it, so that a repeat can be told from a second mail. Gives the codes by which
   * its address refused it for good, or null.
   * @throws MailRefused where it is worth trying again
   */
  readonly send: (id: string, mail: Mail) => Promise<string | null>
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
      try {
        await transport.sendMail(message)
        return null
      } catch (error) {
        const refusal = refusalOf(error)
        // The server's own words name the recipient, who is nobody's business in a log.
        if (refusal === null) throw new MailRefused(codesOf(error))
        return refusal
      }
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

/** A mail that did not go out and may yet. */
export class MailRefused extends Error {
  constructor(codes: string) {
    super(`the mail server did not take a mail: ${codes}`)
  }
}

type Failure = Readonly<Partial<Record<'code' | 'responseCode' | 'response' | 'command', unknown>>>
/** The codes of a failed sending, such as "EENVELOPE 550", without its words. */
function codesOf(error: unknown): string {
  const { code, responseCode } = error as Failure
  const known = [code, responseCode].filter((one) => typeof one === 'string' || typeof one === 'number')
  return known.length === 0 ? 'unknown' : known.join(' ')
}

/**
 * The codes by which an address refused for good, such as "550 5.1.1" (RFC 5321, 4.2.1; RFC 3463); null for all else. A server
 * that wants us to sign in, or does not pass our mail on (5.7), says nothing of the address: that is for us to mend.
 */
function refusalOf(error: unknown): string | null {
  const { command, responseCode, response } = error as Failure
  if (command !== 'RCPT TO' || typeof responseCode !== 'number' || responseCode < 500 || responseCode === 530)
    return null
  const enhanced = typeof response === 'string' ? /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined
  if (enhanced?.startsWith('5.7.') === true) return null
  return enhanced === undefined ? `${responseCode}` : `${responseCode} ${enhanced}`
}
