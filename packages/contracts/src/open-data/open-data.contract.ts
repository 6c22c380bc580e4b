import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const named = z.object({ id: z.string(), name: z.string() })
const period = z.object({ startDate: wire.instant, endDate: wire.instant })

/** A release of the Open Contracting Data Standard 1.1, with the fields of it that we know. */
export const ocdsRelease = z.object({
  ocid: z.string(),
  id: z.string(),
  date: wire.instant,
  tag: z.array(z.string()),
  initiationType: z.literal('tender'),
  language: z.string(),
  parties: z.array(
    z.extend(named, { address: z.optional(z.object({ countryName: z.string() })), roles: z.array(z.string()) }),
  ),
  buyer: named,
  tender: z.object({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    status: z.enum(['active', 'cancelled', 'unsuccessful', 'complete']),
    procurementMethod: z.literal('open'),
    procurementMethodDetails: z.string(),
    awardCriteria: z.optional(z.literal('ratedCriteria')),
    awardCriteriaDetails: z.optional(z.string()),
    submissionMethod: z.array(z.literal('electronicSubmission')),
    tenderPeriod: period,
    enquiryPeriod: z.optional(period),
    /** From the opening on. */
    numberOfTenderers: z.optional(z.int()),
    items: z.array(
      z.object({
        id: z.string(),
        description: z.string(),
        quantity: z.optional(z.number()),
        unit: z.optional(z.object({ name: z.string() })),
      }),
    ),
    amendments: z.array(z.object({ id: z.string(), date: wire.instant, rationale: z.string() })),
  }),
  awards: z.optional(
    z.array(
      z.object({
        id: z.string(),
        status: z.enum(['pending', 'active', 'cancelled', 'unsuccessful']),
        description: z.string(),
        date: wire.instant,
        suppliers: z.array(named),
      }),
    ),
  ),
})

const ocdsPackage = z.object({
  uri: z.string(),
  version: z.literal('1.1'),
  /** When the last of what it holds became public. */
  publishedDate: wire.instant,
  publisher: z.object({ name: z.string(), uri: z.string() }),
})
export const releasePackage = z.extend(ocdsPackage, {
  releases: z.array(ocdsRelease),
  links: z.optional(z.object({ next: z.string() })),
})
export type ReleasePackage = DeepReadonly<z.output<typeof releasePackage>>
export const recordPackage = z.extend(ocdsPackage, {
  records: z.array(z.object({ ocid: z.string(), releases: z.array(ocdsRelease), compiledRelease: ocdsRelease })),
})
export type RecordPackage = DeepReadonly<z.output<typeof recordPackage>>

const noun = 'open-data'
const access = 'public'

export const listReleases = endpoint({
  name: 'listReleases',
  summary: 'Calls open to all as an OCDS 1.1 release package, in the order of their publication; `limit` counts calls.',
  noun,
  access,
  method: 'GET',
  path: '/api/ocds/releases.json',
  query: z.object(wire.paging),
  response: releasePackage,
  problems: ['cursor.invalid'],
})
export const readRecord = endpoint({
  name: 'readRecord',
  summary: 'One call as an OCDS 1.1 record package: every release of it and what they come to.',
  noun,
  access,
  method: 'GET',
  path: '/api/ocds/records/:ocid.json',
  params: z.object({ ocid: z.string().check(z.maxLength(80)) }),
  response: recordPackage,
  problems: ['thing.not-found'],
})
