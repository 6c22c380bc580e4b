import {
  copiedEntries,
  printedEntries,
  rankMatches,
  theBest,
  weightProfiles,
  asId,
  type Need,
  type OrganisationId,
  type Passport,
  type PassportId,
} from '@enlace/domain'
import { type EntryRule, isSpoken, SupplierIndex } from '@enlace/lexical'

import { demoSeed, generateDemo } from '../seed/generate-demo.ts'
import { attacks } from './attacks.ts'

const today = '2026-03-10'
const depth = 30

/** What a firm reaches over the needs: its mean reciprocal place, and how often it stands in the first ten. */
export type Standing = { readonly mrr: number; readonly top10: number }
export type Gain = {
  readonly attack: string
  readonly honest: Standing
  readonly attacking: Standing
  readonly unguarded: Standing
}

type World = { readonly needs: readonly Need[]; readonly passports: readonly Passport[] }

function demoWorld(everyNeed: number): World {
  const demo = generateDemo(demoSeed, today)
  const names = new Map(demo.organisations.map(({ id, name }) => [id, name]))
  const passports = demo.passports
    .toSorted((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1))
    .map(({ organisationId, content, publishedAt }): Passport => ({
      ...content,
      id: asId<PassportId>(organisationId),
      organisationId,
      name: names.get(organisationId) ?? '',
      state: 'published',
      version: 1,
      publishedAt,
    }))
  const needs = demo.needs
    .filter(({ state }) => state === 'published')
    .filter((_, place) => place % everyNeed === 0)
    .map(({ id, organisationId, content }): Need => ({
      ...content,
      id,
      organisationId,
      state: 'published',
      version: 1,
      createdAt: '',
      publishedAt: null,
    }))
  return { needs, passports }
}

/** The demo's market in memory, ranked by what the worker ranks with. */
class Market {
  readonly #index: SupplierIndex
  readonly #passports = new Map<OrganisationId, Passport>()
  readonly #needs: readonly Need[]

  constructor({ needs, passports }: World, rule: EntryRule) {
    this.#index = new SupplierIndex(rule)
    this.#needs = needs
    for (const passport of passports) this.put(passport)
  }

  put(passport: Passport): void {
    this.#index.put(passport)
    this.#passports.set(passport.organisationId, passport)
  }

  placeOf(supplierId: OrganisationId, need: Need): number | null {
    const found = this.#index.retrieveCandidates(need)
    const candidates = found.supplierIds.flatMap((id) => {
      const passport = this.#passports.get(id)
      return passport === undefined ? [] : [{ passport, signals: this.#index.signals(found, passport) }]
    })
    const place = rankMatches(need, candidates, weightProfiles[need.governance], today, theBest(depth)).findIndex(
      (match) => match.supplierId === supplierId && match.score > 0,
    )
    return place < 0 ? null : place + 1
  }

  /** How the firm stands where it says, for each need, what `says` makes of it. */
  standing(own: Passport, says: (need: Need) => Passport): Standing {
    const places = this.#needs.map((need) => {
      const said = says(need)
      if (said !== this.#passports.get(own.organisationId)) this.put(said)
      return this.placeOf(own.organisationId, need)
    })
    this.put(own)
    return {
      mrr: places.reduce<number>((sum, place) => sum + (place === null ? 0 : 1 / place), 0) / places.length,
      top10: places.filter((place) => place !== null && place <= 10).length,
    }
  }
}

const mean = (all: readonly Standing[]): Standing => ({
  mrr: all.reduce((sum, { mrr }) => sum + mrr, 0) / all.length,
  top10: all.reduce((sum, { top10 }) => sum + top10, 0),
})

/** What each attack brings to firms of the demo that try it, with the guards and without; honest alike in both. Every so many needs count. */
export function measureAttacks(attackers: number, everyNeed: number): readonly Gain[] {
  const world = demoWorld(everyNeed)
  const { passports } = world
  const said = new Map<string, OrganisationId>()
  for (const passport of passports)
    for (const { print } of printedEntries(passport)) if (!said.has(print)) said.set(print, passport.organisationId)
  const marked = (attacking: Passport): Passport => {
    const prints = printedEntries(attacking).map(({ print }) => print)
    const others = prints.filter((print) => (said.get(print) ?? attacking.organisationId) !== attacking.organisationId)
    return { ...attacking, copied: copiedEntries(attacking, new Set(others)) }
  }
  const guarded = new Market(world, isSpoken)
  const open = new Market(world, () => true)
  const step = Math.floor(passports.length / attackers)
  const tried = Array.from({ length: attackers }, (_, at) => {
    const others = [...passports.slice(at * step + 1), ...passports.slice(0, at * step)]
    const own = passports[at * step]
    return own === undefined ? [] : [{ own, others, honest: guarded.standing(own, () => own) }]
  }).flat()
  return Object.entries(attacks).map(([attack, make]) => {
    const rows = tried.map(({ own, others, honest }) => {
      const says = (need: Need): Passport => make(own, { need, others })
      return {
        honest,
        attacking: guarded.standing(own, (need) => marked(says(need))),
        unguarded: open.standing(own, says),
      }
    })
    return {
      attack,
      honest: mean(rows.map((row) => row.honest)),
      attacking: mean(rows.map((row) => row.attacking)),
      unguarded: mean(rows.map((row) => row.unguarded)),
    }
  })
}
