import { asSystem, queueMail } from '@enlace/database'

import { writeMail, type MailLocale } from './mail-text.ts'
import type { IdentitySettings } from './settings.ts'

/** The page that each kind of link opens; the token stands behind the #, which no browser sends to a server. */
const pages = {
  confirm: '/sign-up/confirm',
  'sign-in': '/sign-in/link',
  reset: '/password/new',
  exists: '/sign-in',
} as const

const localeOf = (value: unknown): MailLocale => (value === 'es' ? 'es' : 'en')

export type SendLink = (
  kind: keyof typeof pages,
  to: { readonly email: string; readonly locale?: unknown },
  token?: string,
) => Promise<void>

/** Queues the mails with links that better-auth asks for. */
export const linkSender =
  ({ database, publicUrl }: IdentitySettings): SendLink =>
  async (kind, to, token) => {
    const link = `${publicUrl}${pages[kind]}${token === undefined ? '' : `#token=${token}`}`
    const mail = writeMail({ kind, recipient: to.email, locale: localeOf(to.locale), link })
    await asSystem(database, (tx) => queueMail(tx, mail))
  }
