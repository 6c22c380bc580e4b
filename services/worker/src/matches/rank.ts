import {
  rankMatches,
  type Candidate,
  type GlossaryLine,
  type ListRoom,
  type Need,
  type Passport,
  type Quote,
  type RivalsOf,
  type ScoredMatch,
  type WeightProfile,
} from '@enlace/domain'
import { noMeaning, retrievalLimits, type Asked, type Meaning, type SupplierIndex } from '@enlace/lexical'

import type { SupplierBook } from './supplier-book.ts'

/** Weighs passports against one need by the model and the weights in force for it, each as though its rivals were not here, best first. */
export function rankPassports(
  index: SupplierIndex,
  rivalsOf: RivalsOf,
  need: Need,
  weights: WeightProfile,
  found: Asked,
  passports: readonly Passport[],
  today: string,
  room: ListRoom,
): readonly ScoredMatch[] {
  const candidates = passports.map((passport): Candidate => ({
    passport,
    signals: index.signals(found, passport, rivalsOf(passport.organisationId)),
  }))
  const quote: Quote = (signals, passport) =>
    index.quoted(found.query, passport.language, signals, rivalsOf(passport.organisationId))
  return rankMatches(need, candidates, weights, today, room, quote, rivalsOf)
}

/** A need's best suppliers, best first, how many there were to choose from, and the words that its buyer's lines brought. */
export type Found = {
  readonly matches: readonly ScoredMatch[]
  readonly considered: number
  readonly further: readonly string[]
}

/** The suppliers in memory, and their index as it was when last levelled. */
export type Market = {
  readonly suppliers: Pick<SupplierBook, 'passports' | 'rivalsOf'>
  readonly index: SupplierIndex
}

/** The best suppliers for a need: candidates and their passports from memory, then the model. */
export function findMatches(
  { suppliers, index }: Market,
  need: Need,
  weights: WeightProfile,
  today: string,
  room: ListRoom,
  meaning: Meaning = noMeaning,
  limits = retrievalLimits,
  lines: readonly GlossaryLine[] = [],
): Found {
  const found = index.retrieveCandidates(need, meaning, limits, lines)
  const passports = suppliers.passports(found.supplierIds)
  return {
    matches: rankPassports(index, suppliers.rivalsOf, need, weights, found, passports, today, room),
    considered: index.size,
    further: found.query.further,
  }
}
