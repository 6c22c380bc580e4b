import { m } from '$lib/paraglide/messages.js'

/** Why an address refused a mail for good, by the codes of RFC 5321 and RFC 3463. */
export function refusalWords(codes: string): string {
  if (/^552|5\.2\.2/.test(codes)) return m.mailbox_refused_full({ codes })
  return /^(550|551|553)( 5\.1\.|$)/.test(codes) ? m.mailbox_refused_unknown({ codes }) : m.mailbox_refused({ codes })
}
