import type { FileId } from '../brand.ts'
import type { CategoryCode } from '../categories/category.ts'
import type { Theme } from '../challenges/challenge.ts'

export const maturities = ['idea', 'prototype', 'pilot-done', 'in-use'] as const
/** How far an innovation is: thought of, built once, tried at somebody's site, or bought by somebody. */
export type Maturity = (typeof maturities)[number]

export const seekings = ['pilot-site', 'co-development', 'buyer'] as const
/** What a supplier seeks with an innovation. */
export type Seeking = (typeof seekings)[number]

/** Where it was tried or is in use, for whom and with what result. */
export type InnovationReference = {
  readonly text: string
  readonly customer: string | null
  readonly year: number | null
}

/** How many files an innovation can show. */
export const mostFiles = 10

/** What everybody who sees the showcase reads of an innovation. */
export type InnovationContent = {
  readonly title: string
  /** What it takes away from whoever has the problem; the words by which it is found. */
  readonly problem: string
  /** How it works, as far as everybody may know. */
  readonly solution: string
  /** ISO 639-1 language the texts are written in. */
  readonly language: string
  readonly theme: Theme
  readonly maturity: Maturity
  readonly seeks: readonly Seeking[]
  readonly categories: readonly CategoryCode[]
  /** What shows that it works, in words, as references and as files. */
  readonly evidence: string
  readonly references: readonly InnovationReference[]
  readonly fileIds: readonly FileId[]
}

/** All that a supplier writes: what everybody reads, and what it shows on request alone. */
export type InnovationText = { readonly content: InnovationContent; readonly confidential: string }

export const innovationStates = ['draft', 'published', 'withdrawn'] as const
export type InnovationState = (typeof innovationStates)[number]

export const accessStates = ['none', 'asked', 'granted', 'refused'] as const
/** Whether a reader may read the confidential part. */
export type AccessState = (typeof accessStates)[number]

/** An innovation that says nothing yet. */
export const blankInnovation: InnovationContent = {
  title: '',
  problem: '',
  solution: '',
  language: 'en',
  theme: 'water',
  maturity: 'idea',
  seeks: [],
  categories: [],
  evidence: '',
  references: [],
  fileIds: [],
}
