import type { AddressInfo } from 'node:net'

import { SMTPServer } from 'smtp-server'

export type Received = { readonly recipients: readonly string[]; readonly text: string }

/** A real mail server of the test's own, which keeps what it is sent. */
export class MailReceiver {
  received: Received[] = []
  /** By which code it refuses everybody; null while it takes mail. */
  refusing: number | null = null
  /** What it says first when it refuses, such as the code of RFC 3463. */
  saying = ''
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (address, _session, done) =>
      this.refusing === null
        ? done()
        : done(
            Object.assign(new Error(`${this.saying} no such user ${address.address}`.trimStart()), {
              responseCode: this.refusing,
            }),
          ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        this.received.push({
          recipients: session.envelope.rcptTo.map((to) => to.address),
          text: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })

  /** Opens it; its address as a mailer wants it. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`
  }

  close(): Promise<void> {
    return new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}

/** A mail's text without the line breaks and signs of its transport (RFC 2045, 6.7). */
export const plainText = ({ text }: Received): string => text.replace(/=\r\n/g, '').replace(/=3D/g, '=')
