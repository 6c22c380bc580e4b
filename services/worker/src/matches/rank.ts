import {
  rankMatches,
  type AskedNeed,
  type Candidate,
  type GlossaryLine,
  type ListRoom,
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
  { need, weights, today, room }: Omit<Question, 'lines'>,
  found: Asked,
  passports: readonly Passport[],
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

/** All that the list of a need depends on beside the suppliers, as far as words alone are asked. */
export type Question = {
  readonly need: AskedNeed
  readonly weights: WeightProfile
  readonly today: string
  readonly room: ListRoom
  /** Of its buyer's own glossary. */
  readonly lines: readonly GlossaryLine[]
}

/** The best suppliers for a need: candidates and their passports from memory, then the model. */
export function findMatches(
  { suppliers, index }: Market,
  question: Question,
  meaning: Meaning = noMeaning,
  limits = retrievalLimits,
): Found {
  const found = index.retrieveCandidates(question.need, meaning, limits, question.lines)
  return {
    matches: rankPassports(index, suppliers.rivalsOf, question, found, suppliers.passports(found.supplierIds)),
    considered: index.size,
    further: found.query.further,
  }
}
