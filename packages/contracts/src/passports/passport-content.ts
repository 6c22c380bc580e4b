import { passportFields, visibilities, type EntryId, type FileId, type OrganisationId } from '@enlace/domain'
import * as z from 'zod/mini'

import * as wire from '../wire.ts'

const orNull = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null)
const listOf = <Item extends z.ZodMiniType>(item: Item, max: number) =>
  z._default(z.array(item).check(z.maxLength(max)), [])
const year = z.int().check(z.gte(1800), z.lte(2200))
const yearly = z.extend(wire.money, { year })
/** Only addresses that a browser opens as a page. */
const website = z
  .string()
  .check(
    z.trim(),
    z.maxLength(300),
    z.regex(/^https?:\/\/[^\s/?#<>"'`\\]+\.[^\s<>"'`\\]+$/, 'Write the address as https://example.org.'),
  )

export const organisationFacts = z.object({
  country: orNull(wire.country),
  region: orNull(wire.text(120)),
  sites: listOf(wire.place, 30),
  localOwnershipPercent: orNull(wire.percent),
  womenOwnershipPercent: orNull(wire.percent),
  staff: orNull(wire.whole(10_000_000)),
  turnover: orNull(yearly),
  balance: orNull(yearly),
  foundedYear: orNull(year),
  languages: listOf(wire.languageSkill, 30),
  exportCountries: listOf(wire.country, 250),
  exportPercent: orNull(wire.percent),
  researchPercent: orNull(wire.percent),
  patents: orNull(wire.whole(1_000_000)),
})

// Texts may be empty while they are being written; what must not be is asked at publication.
const capability = {
  text: z._default(wire.text(2000), ''),
  categories: listOf(wire.categoryCode, 10),
  capacity: orNull(wire.quantity),
  leadTimeDays: orNull(wire.whole(3650)),
  minimumOrder: orNull(wire.quantity),
}
const reference = {
  text: z._default(wire.text(2000), ''),
  categories: listOf(wire.categoryCode, 10),
  customer: orNull(wire.text(200)),
  year: orNull(year),
  value: orNull(wire.money),
  place: orNull(wire.place),
}
const certificate = {
  scheme: z._default(wire.text(80), ''),
  scope: orNull(wire.text(500)),
  issuer: orNull(wire.text(200)),
  number: orNull(wire.text(100)),
  issuedOn: orNull(wire.date),
  expiresOn: orNull(wire.date),
  fileId: orNull(wire.id<FileId>()),
}
const written = { id: z.optional(wire.id<EntryId>()) }
const kept = { id: wire.id<EntryId>() }

const texts = {
  headline: z._default(wire.text(200), ''),
  about: z._default(wire.text(5000), ''),
  language: z._default(wire.language, 'en'),
  website: orNull(website),
  contactEmail: orNull(wire.email),
  facts: z.prefault(organisationFacts, {}),
}
const visibility = z._default(z.partialRecord(z.enum(passportFields), z.enum(visibilities)), {})

/** Most entries of each kind that a passport holds. */
export const entryLimit = 500

/** What a supplier writes; see PassportContent in the domain for the meaning of each field. Missing entry ids are given by the server. */
export const passportDraft = z.object({
  ...texts,
  capabilities: listOf(z.object({ ...written, ...capability }), entryLimit),
  references: listOf(z.object({ ...written, ...reference }), entryLimit),
  certificates: listOf(z.object({ ...written, ...certificate }), entryLimit),
  visibility,
})
export type PassportDraft = z.output<typeof passportDraft>

/** What is kept: every entry with its id, and with what others have confirmed about it. */
export const passportContent = z.object({
  ...texts,
  capabilities: listOf(z.object({ ...kept, ...capability }), entryLimit),
  references: listOf(
    z.object({ ...kept, ...reference, confirmedByCustomer: z._default(z.boolean(), false) }),
    entryLimit,
  ),
  certificates: listOf(
    z.object({ ...kept, ...certificate, verifiedBy: orNull(wire.id<OrganisationId>()) }),
    entryLimit,
  ),
  visibility,
})
