import { v7 as uuidv7 } from 'uuid'

import { asSystem, insertOrganisations, insertPublishedPassports, type Database } from '@enlace/database'
import {
  asId,
  unstatedFacts,
  type NeedContent,
  type OrganisationId,
  type PassportContent,
  type PassportId,
} from '@enlace/domain'
import { needContent } from '@enlace/testing'

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const things =
  'pump valve conveyor crusher liner mill screen gear bearing cable motor sensor panel pipe tank filter reagent lime polymer binder cocoa coffee quinoa avocado yarn cotton alpaca fabric dye zipper button circuit board connector antenna battery inverter fastener casting forging weld crane truck tyre hose seal gasket paint coating insulation scaffold module container pallet carton label bottle enzyme yeast starch sugar oil resin catalyst sampler assay drill bit core explosive detonator ventilation fan duct chiller boiler turbine compressor actuator controller router server camera drone laser scanner printer mould die blade bucket chute hopper silo dryer roaster oven mixer blender'.split(
    ' ',
  )
const acts =
  'design supply repair maintenance assembly machining calibration testing inspection installation overhaul rental training packaging transport certification analysis cleaning welding coating'.split(
    ' ',
  )
const kinds =
  'underground open-pit industrial organic recycled stainless hydraulic electric pneumatic automated mobile modular certified custom heavy light precision high-pressure low-noise corrosion-resistant'.split(
    ' ',
  )

/** Common words come up often, rare ones seldom, as in real texts. */
const pick = (list: readonly string[], random: () => number): string =>
  list[Math.floor(random() ** 2 * list.length)] ?? ''
const phrase = (random: () => number): string => `${pick(kinds, random)} ${pick(things, random)} ${pick(acts, random)}`
const sentence = (random: () => number): string =>
  Array.from({ length: 3 + Math.floor(random() * 3) }, () => phrase(random)).join(', ')

const cpv = (random: () => number) => ({
  scheme: 'CPV' as const,
  code: String(10 + Math.floor(random() * 60))
    .padEnd(3, String(Math.floor(random() * 9)))
    .padEnd(8, '0'),
})

const passportOf = (random: () => number): PassportContent => ({
  headline: phrase(random),
  about: '',
  language: 'en',
  website: null,
  contactEmail: null,
  facts: { ...unstatedFacts, country: 'CL', staff: 5 + Math.floor(random() * 240) },
  capabilities: Array.from({ length: 2 }, () => ({
    id: asId(uuidv7()),
    text: sentence(random),
    categories: [cpv(random)],
    capacity: null,
    leadTimeDays: null,
    minimumOrder: null,
  })),
  references: Array.from({ length: 2 }, () => ({
    id: asId(uuidv7()),
    text: sentence(random),
    categories: [],
    customer: null,
    year: 2025,
    value: null,
    place: null,
    confirmedByCustomer: false,
  })),
  certificates: [],
  visibility: {},
})

/** Fills the database with published suppliers, straight into the tables, for measuring. */
export async function fillSuppliers(database: Database, count: number): Promise<void> {
  const random = randomOf(count)
  for (let done = 0; done < count; done += 1000) {
    const batch = Array.from({ length: Math.min(1000, count - done) }, (_, index) => ({
      organisation: {
        id: asId<OrganisationId>(uuidv7()),
        kind: 'supplier' as const,
        name: `Supplier ${done + index}`,
        country: 'CL',
        region: null,
      },
      content: passportOf(random),
    }))
    await asSystem(database, async (tx) => {
      await insertOrganisations(
        tx,
        batch.map((one) => one.organisation),
      )
      await insertPublishedPassports(
        tx,
        batch.map((one) => ({
          id: asId<PassportId>(uuidv7()),
          organisationId: one.organisation.id,
          content: one.content,
        })),
        null,
      )
    })
  }
}

/** A need in the words of the same market. */
export const needOf = (random: () => number): NeedContent =>
  needContent({ title: phrase(random), text: `We look for ${sentence(random)}.`, categories: [cpv(random)] })
