export type MailLine = { readonly text: string } | { readonly href: string }

/** The lines of a mail; one that is nothing but an address of this site becomes a link below its own host. */
export function mailLines(body: string, origin: string): MailLine[] {
  return body
    .trim()
    .split(/\n+/)
    .map((line) => (line.startsWith(`${origin}/`) ? { href: line.slice(origin.length) } : { text: line }))
}
