import type { AgendaEvent } from '@enlace/domain'

type Told = { readonly event: AgendaEvent; readonly zone: string; readonly first: boolean; readonly href: string }
type Words = {
  readonly asked: (title: string) => string
  readonly moved: (title: string) => string
  readonly off: (title: string) => string
  readonly end: (href: string) => string
}

const words: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    asked: (title) => `Meeting with ${title}`,
    moved: (title) => `Changed: meeting with ${title}`,
    off: (title) => `Cancelled: meeting with ${title}`,
    end: (href) => `Your agenda, where you also turn these mails off:\n${href}`,
  },
  es: {
    asked: (title) => `Reunión con ${title}`,
    moved: (title) => `Cambió: reunión con ${title}`,
    off: (title) => `Cancelada: reunión con ${title}`,
    end: (href) => `Tu agenda, donde también desactivas estos correos:\n${href}`,
  },
}

/** What a mail says beside its invitation, in the reader's language and on the matchday's own clock. */
export function invitationMail(locale: 'en' | 'es', { event, zone, first, href }: Told) {
  const said = words[locale]
  const { title, text, location, starts, ends, off } = event
  const subject = off ? said.off(title) : first ? said.asked(title) : said.moved(title)
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone })
  const times = `${when.formatRange(starts, ends)} (${zone.replaceAll('_', ' ')})`
  return { subject, body: `${subject}\n\n${text}\n${times}\n${location}\n\n${said.end(href)}\n` }
}
