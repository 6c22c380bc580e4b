import { type FieldFault, Problem } from '../problem.ts'
import type { PassportContent } from './passport.ts'

const missing = (path: string, message: string): FieldFault => ({
  path: `body.content.${path}`,
  code: 'too_small',
  message,
})

/** What keeps a passport from being published, each with what to do about it. */
export function publicationFaults(content: PassportContent): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const ask = (isMissing: boolean, path: string, message: string): void => {
    if (isMissing) faults.push(missing(path, message))
  }
  ask(content.headline.trim() === '', 'headline', 'Say in one line what your firm does.')
  ask(
    content.facts.country === null,
    'facts.country',
    'Say in which country your firm is; many buyers look for it first.',
  )
  ask(
    content.capabilities.length + content.references.length === 0,
    'capabilities',
    'Add at least one thing you can do or have done.',
  )
  for (const [index, { text }] of content.capabilities.entries())
    ask(text.trim() === '', `capabilities.${index}.text`, 'Say what you can do, or remove this entry.')
  for (const [index, { text }] of content.references.entries())
    ask(text.trim() === '', `references.${index}.text`, 'Say what you did, or remove this entry.')
  for (const [index, { scheme, issuedOn, expiresOn }] of content.certificates.entries()) {
    ask(
      scheme.trim() === '',
      `certificates.${index}.scheme`,
      'Name the certificate, such as ISO 9001, or remove this entry.',
    )
    if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn)
      faults.push({
        path: `body.content.certificates.${index}.expiresOn`,
        code: 'date_order',
        message: 'It would run out before it was issued.',
      })
  }
  return faults
}

/** Refuses a passport that cannot be published yet. */
export function checkPublishablePassport(content: PassportContent): void {
  const faults = publicationFaults(content)
  if (faults.length > 0)
    throw new Problem('passport.incomplete', 'Buyers need to know a little more before this can be published.', faults)
}
